import type { Board, Card, Id } from '../model.js';
import { isNear, stem } from './typos.js';
import { american, fold } from './words.js';

/** A title as it is compared. */
interface TitleForm {
  /** Words one after the other, with nothing but spaces between them. */
  readonly plain: string;
  readonly stems: readonly string[];
  /** The stems one after the other, spaces around them. */
  readonly stemmed: string;
}

export interface CardIndex {
  readonly byNumber: ReadonlyMap<number, Id>;
  readonly byTitle: ReadonlyMap<string, readonly Id[]>;
  /** The same without the spaces. */
  readonly byJoined: ReadonlyMap<string, readonly Id[]>;
  /** Which cards have a word in their titles, by its stem. */
  readonly byStem: ReadonlyMap<string, ReadonlySet<Id>>;
  /** The stems by their first letter: a slip is hardly ever made there. */
  readonly byLetter: ReadonlyMap<string, readonly string[]>;
  /** What was mistyped before, and which cards may be meant. */
  readonly near: Map<string, ReadonlySet<Id>>;
}

const forms = new WeakMap<Card, TitleForm>();
const indexes = new WeakMap<Board, CardIndex>();

export function formOf(card: Card): TitleForm {
  const known = forms.get(card);
  if (known) return known;
  const form = readForm(card.title);
  forms.set(card, form);
  return form;
}

export function readForm(text: string): TitleForm {
  const words = (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(american);
  const stems = words.map(stem);
  return { plain: words.join(' '), stems, stemmed: ` ${stems.join(' ')} ` };
}

export function indexOf(board: Board): CardIndex {
  const known = indexes.get(board);
  if (known) return known;
  const byNumber = new Map<number, Id>();
  const byTitle = new Map<string, Id[]>();
  const byJoined = new Map<string, Id[]>();
  const byStem = new Map<string, Set<Id>>();
  for (const column of board.columns()) {
    for (const card of board.cardsIn(column.id)) {
      const { plain, stems } = formOf(card);
      byNumber.set(card.number, card.id);
      push(byTitle, plain, card.id);
      // “Home page” is “Homepage”.
      push(byJoined, plain.replaceAll(' ', ''), card.id);
      for (const word of stems) {
        const ids = byStem.get(word);
        if (ids) ids.add(card.id);
        else byStem.set(word, new Set([card.id]));
      }
    }
  }
  const byLetter = new Map<string, string[]>();
  for (const word of byStem.keys()) push(byLetter, word.charAt(0), word);
  const index: CardIndex = { byNumber, byTitle, byJoined, byStem, byLetter, near: new Map() };
  indexes.set(board, index);
  return index;
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}

const NONE: ReadonlySet<Id> = new Set();

/** The cards whose titles have all of these words. */
export function cardsWith(index: CardIndex, stems: readonly string[]): readonly Id[] {
  return common(stems.map((word) => index.byStem.get(word) ?? NONE));
}

/** The same where any of the words may be mistyped, but for those of the language: “move” is not “mode”. */
export function cardsNear(
  index: CardIndex,
  stems: readonly string[],
  isVerb: (word: string) => boolean,
): readonly Id[] {
  // “Big” alone is not “bug”.
  if (stems.length === 1 && (stems[0] ?? '').length < 4) return [];
  return common(stems.map((word) => index.byStem.get(word) ?? (isVerb(word) ? NONE : nearlyWith(index, word))));
}

function nearlyWith({ byLetter, byStem, near }: CardIndex, word: string): ReadonlySet<Id> {
  const known = near.get(word);
  if (known) return known;
  const words = (byLetter.get(word.charAt(0)) ?? []).filter((other) => isNear(word, other));
  const ids = new Set(words.flatMap((other) => [...(byStem.get(other) ?? [])]));
  // Whoever types on and on is not to fill the memory.
  if (near.size >= MOST_NEAR) near.clear();
  near.set(word, ids);
  return ids;
}

const MOST_NEAR = 1000;

/** What is in all of them, by way of the smallest. */
function common(sets: readonly ReadonlySet<Id>[]): readonly Id[] {
  const [smallest = NONE, ...others] = sets.toSorted((one, other) => one.size - other.size);
  return smallest.size === 0 ? [] : [...smallest].filter((id) => others.every((ids) => ids.has(id)));
}
