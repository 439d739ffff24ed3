import type { Board, Card, Id } from '../model.js';
import { compareRanked } from '../rank.js';
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

const forms = new WeakMap<Card, TitleForm>();

export function formOf(card: Card): TitleForm {
  const known = forms.get(card);
  if (known) return known;
  const form = formText(card.title);
  forms.set(card, form);
  return form;
}

/** The form of what somebody says, or of a name: the same ones are asked for again and again. */
export function readForm(text: string): TitleForm {
  const known = said.get(text);
  if (known) return known;
  const form = formText(text);
  // Whoever types on and on is not to fill the memory.
  if (said.size >= MOST_SAID) said.clear();
  said.set(text, form);
  return form;
}

const said = new Map<string, TitleForm>();
const MOST_SAID = 2000;

/** The form of a text of any length. */
export function formText(text: string): TitleForm {
  const words = (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).map(american);
  const stems = words.map(stem);
  return { plain: words.join(' '), stems, stemmed: ` ${stems.join(' ')} ` };
}

const NONE: ReadonlySet<Id> = new Set();

/** Which cards have something. */
class IdsBy<Key> {
  readonly #ids = new Map<Key, Set<Id>>();

  get(key: Key): ReadonlySet<Id> {
    return this.#ids.get(key) ?? NONE;
  }

  add(key: Key, id: Id): void {
    const ids = this.#ids.get(key);
    if (ids) ids.add(id);
    else this.#ids.set(key, new Set([id]));
  }

  delete(key: Key, id: Id): void {
    const ids = this.#ids.get(key);
    if (ids?.delete(id) && ids.size === 0) this.#ids.delete(key);
  }

  has(key: Key): boolean {
    return this.#ids.has(key);
  }
}

/** The cards of a board by what they are called. Of a board that has changed only the cards that did are read again. */
export class CardIndex {
  #board: Board;
  #lanes: ReadonlyMap<Id, readonly Card[]> = new Map();
  readonly #byNumber = new Map<number, Id>();
  readonly #byTitle = new IdsBy<string>();
  /** The same without the spaces: “Home page” is “Homepage”. */
  readonly #byJoined = new IdsBy<string>();
  readonly #byStem = new IdsBy<string>();
  /** The stems by their first letter, also those that no card has any more: a slip is hardly ever made there. */
  readonly #byLetter = new Map<string, Set<string>>();
  /** What was mistyped before, and which cards may be meant. */
  readonly #near = new Map<string, ReadonlySet<Id>>();

  constructor(board: Board) {
    this.#board = board;
    this.#readAll(board);
  }

  get cardCount(): number {
    return this.#board.cardCount;
  }

  bringTo(board: Board): void {
    if (board === this.#board) return;
    this.#board = board;
    this.#readAll(board);
  }

  numbered(number: number): Id | undefined {
    return this.#byNumber.get(number);
  }

  titled(plain: string): readonly Id[] {
    return this.#inOrder(this.#byTitle.get(plain));
  }

  /** Those whose titles are the same but for their spaces. */
  joined(plain: string): readonly Id[] {
    return this.#inOrder(this.#byJoined.get(plain.replaceAll(' ', '')));
  }

  /** What is in all of the sets of cards with these words, by way of the smallest. */
  common(words: readonly string[], cardsOf: (word: string) => ReadonlySet<Id>): readonly Id[] {
    const [smallest = NONE, ...others] = words.map(cardsOf).toSorted((one, other) => one.size - other.size);
    return this.#inOrder([...smallest].filter((id) => others.every((ids) => ids.has(id))));
  }

  having(stem: string): ReadonlySet<Id> {
    return this.#byStem.get(stem);
  }

  nearlyHaving(word: string): ReadonlySet<Id> {
    const known = this.#near.get(word);
    if (known) return known;
    const words = [...(this.#byLetter.get(word.charAt(0)) ?? [])].filter((other) => isNear(word, other));
    const ids = new Set(words.flatMap((other) => [...this.#byStem.get(other)]));
    // Whoever types on and on is not to fill the memory.
    if (this.#near.size >= MOST_NEAR) this.#near.clear();
    this.#near.set(word, ids);
    return ids;
  }

  #readAll(board: Board): void {
    const lanes = new Map(board.columns().map(({ id }) => [id, board.cardsIn(id)]));
    const isOther = (lane: readonly Card[], id: Id, others: ReadonlyMap<Id, readonly Card[]>) =>
      others.get(id) !== lane;
    const gone = new Set([...this.#lanes].flatMap(([id, lane]) => (isOther(lane, id, lanes) ? lane : [])));
    const come = [...lanes].flatMap(([id, lane]) => (isOther(lane, id, this.#lanes) ? lane : []));
    // What is as it was is neither.
    const fresh = come.filter((card) => !gone.delete(card));
    for (const card of gone) this.#drop(card);
    for (const card of fresh) this.#take(card);
    if (gone.size + fresh.length > 0) this.#near.clear();
    this.#lanes = lanes;
  }

  #take(card: Card): void {
    const { id, number } = card;
    const { plain, stems } = formOf(card);
    this.#byNumber.set(number, id);
    this.#byTitle.add(plain, id);
    this.#byJoined.add(plain.replaceAll(' ', ''), id);
    for (const word of stems) {
      if (!this.#byStem.has(word)) this.#takeStem(word);
      this.#byStem.add(word, id);
    }
  }

  #takeStem(word: string): void {
    const words = this.#byLetter.get(word.charAt(0));
    if (words) words.add(word);
    else this.#byLetter.set(word.charAt(0), new Set([word]));
  }

  #drop(card: Card): void {
    const { id, number } = card;
    const { plain, stems } = formOf(card);
    this.#byNumber.delete(number);
    this.#byTitle.delete(plain, id);
    this.#byJoined.delete(plain.replaceAll(' ', ''), id);
    for (const word of stems) this.#byStem.delete(word, id);
  }

  /** As they stand on the board. */
  #inOrder(ids: Iterable<Id>): readonly Id[] {
    const cards = [...ids].flatMap((id) => this.#board.card(id) ?? []);
    if (cards.length < 2) return cards.map(({ id }) => id);
    const columns = new Map([...this.#lanes.keys()].map((id, index) => [id, index]));
    const columnOf = ({ columnId }: Card) => columns.get(columnId) ?? 0;
    return cards
      .toSorted((one, other) => columnOf(one) - columnOf(other) || compareRanked(one, other))
      .map(({ id }) => id);
  }
}

/** The boards that were spoken to last; the last one at the end. */
const indexes = new Map<Id, CardIndex>();
/** So many cards are kept in mind. */
const MOST_CARDS = 50_000;
const MOST_NEAR = 1000;

export function indexOf(board: Board): CardIndex {
  const index = indexes.get(board.id) ?? new CardIndex(board);
  index.bringTo(board);
  indexes.delete(board.id);
  indexes.set(board.id, index);
  forgetOldest();
  return index;
}

function forgetOldest(): void {
  let cards = [...indexes.values()].reduce((sum, { cardCount }) => sum + cardCount, 0);
  for (const [id, { cardCount }] of indexes) {
    if (cards <= MOST_CARDS || indexes.size === 1) return;
    indexes.delete(id);
    cards -= cardCount;
  }
}

/** The cards whose titles have all of these words. */
export function cardsWith(index: CardIndex, stems: readonly string[]): readonly Id[] {
  return index.common(stems, (word) => index.having(word));
}

/** The same where any of the words may be mistyped, but for those of the language: “move” is not “mode”. */
export function cardsNear(
  index: CardIndex,
  stems: readonly string[],
  isVerb: (word: string) => boolean,
): readonly Id[] {
  // “Big” alone is not “bug”.
  if (stems.length === 1 && (stems[0] ?? '').length < 4) return [];
  return index.common(stems, (word) => {
    const cards = index.having(word);
    return cards.size > 0 || isVerb(word) ? cards : index.nearlyHaving(word);
  });
}
