import type { Board, Card, Id } from '@talkan/board/model';
import { isEveryday } from './cues.js';
import { isDateWord } from './dates.js';
import { LEAST_ALIKE, wordsOf } from './words.js';

/** A card by which it can be named. */
export type Named = Pick<Card, 'id' | 'number' | 'title'>;

/** Whether a word may name a card: not what is in everybody’s messages, nor days. */
export function isTelling(word: string): boolean {
  return !isEveryday(word) && !isDateWord(word);
}

/** The words of a title. */
interface Title {
  readonly words: readonly string[];
  /** Those of them that tell it from others. */
  readonly telling: readonly string[];
}

const titles = new WeakMap<Named, Title>();

export function titleOf(card: Named): Title {
  const known = titles.get(card);
  if (known) return known;
  const words = wordsOf(card.title);
  const title = { words, telling: [...new Set(words.filter(isTelling))] };
  titles.set(card, title);
  return title;
}

/** The cards of a board, archived ones that can be named among them, by the words in their titles. */
export interface Titles {
  readonly card: (id: Id) => Named | undefined;
  readonly numbered: (number: number) => Named | undefined;
  readonly having: (word: string) => ReadonlySet<Named>;
  /** Whether a title has a word that begins as this one does, and so may be named by it. */
  readonly hasLike: (word: string) => boolean;
  /** Whether a column has the word in its title. */
  readonly isOfColumn: (word: string) => boolean;
}

const NONE: ReadonlySet<Named> = new Set();
const indexed = new WeakMap<Board, Titles>();

export function titlesOf(board: Board, archived: readonly Named[]): Titles {
  const known = indexed.get(board);
  if (known && archived.every(({ id }) => known.card(id))) return known;
  const byId = new Map<Id, Named>();
  const byNumber = new Map<number, Named>();
  const byWord = new Map<string, Set<Named>>();
  const beginnings = new Set<string>();
  for (const card of [...archived, ...board.columns().flatMap(({ id }) => board.cardsIn(id))]) {
    byId.set(card.id, card);
    byNumber.set(card.number, card);
    for (const word of titleOf(card).words) {
      const cards = byWord.get(word);
      if (cards) cards.add(card);
      else byWord.set(word, new Set([card]));
      beginnings.add(word.slice(0, LEAST_ALIKE));
    }
  }
  const ofColumns = new Set(board.columns().flatMap(({ title }) => wordsOf(title)));
  const index: Titles = {
    card: (id) => byId.get(id),
    numbered: (number) => byNumber.get(number),
    having: (word) => byWord.get(word) ?? NONE,
    hasLike: (word) => byWord.has(word) || (word.length >= LEAST_ALIKE && beginnings.has(word.slice(0, LEAST_ALIKE))),
    isOfColumn: (word) => ofColumns.has(word),
  };
  indexed.set(board, index);
  return index;
}
