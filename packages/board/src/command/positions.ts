import type { Card } from '../model.js';
import { normsOf, type Said, type Span } from './words.js';

/** Which of several cards: `the last two`, `the newest`. */
export interface Position {
  /** Where the words for it end. */
  readonly to: number;
  readonly by: 'place' | 'age';
  /** From 0; from the other end where it is counted from there. */
  readonly index: number;
  readonly isFromEnd: boolean;
  readonly count: number;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const ENDS: Readonly<Record<string, Pick<Position, 'by' | 'isFromEnd'>>> = {
  first: { by: 'place', isFromEnd: false },
  top: { by: 'place', isFromEnd: false },
  topmost: { by: 'place', isFromEnd: false },
  uppermost: { by: 'place', isFromEnd: false },
  last: { by: 'place', isFromEnd: true },
  bottom: { by: 'place', isFromEnd: true },
  oldest: { by: 'age', isFromEnd: false },
  earliest: { by: 'age', isFromEnd: false },
  newest: { by: 'age', isFromEnd: true },
  latest: { by: 'age', isFromEnd: true },
};

/** `third` and `3rd` are 3. */
export function ordinalOf(norm: string): number | null {
  const index = ORDINALS.indexOf(norm);
  if (index >= 0) return index + 1;
  const [, digits] = /^(\d{1,4})(?:st|nd|rd|th)$/u.exec(norm) ?? [];
  return digits === undefined || Number(digits) === 0 ? null : Number(digits);
}

export function numberOf(norm: string): number | null {
  const index = NUMBERS.indexOf(norm);
  if (index >= 0) return index + 1;
  return /^[1-9]\d{0,3}$/u.test(norm) ? Number(norm) : null;
}

/** The words for a position that some words begin with. */
function positionAt(said: Said, { from, to }: Span): Position | null {
  const norms = normsOf(said, { from, to });
  const the = norms[0] === 'the' || norms[0] === 'my' ? 1 : 0;
  const [first = '', second = ''] = norms.slice(the);
  const end = Object.hasOwn(ENDS, first) ? ENDS[first] : undefined;
  const at = from + (norms[0] === 'the' ? the : 0);
  // “My” is left where it stands: it says whose.
  if (norms[0] === 'my') return null;
  if (end) {
    const count = numberOf(second);
    return { ...end, to: at + (count === null ? 1 : 2), index: 0, count: count ?? 1 };
  }
  const ordinal = ordinalOf(first);
  if (ordinal === null) return null;
  const isFromEnd = second === 'last';
  return { by: 'place', to: at + (isFromEnd ? 2 : 1), index: ordinal - 1, isFromEnd, count: 1 };
}

const NOUNS = new Set(['card', 'cards', 'one', 'ones', 'task', 'tasks']);
const BETWEEN = new Set(['and', '&', ',']);

/** One position, or several of which the cards are told once: `the first two and the last`. */
export function positionsAt(said: Said, { from, to }: Span): readonly Position[] {
  const isOne = (at: number, words: ReadonlySet<string>) => at < to && words.has(said.words[at]?.norm ?? '');
  const position = positionAt(said, { from, to });
  if (!position) return [];
  let next = isOne(position.to, NOUNS) && isOne(position.to + 1, BETWEEN) ? position.to + 1 : position.to;
  if (!isOne(next, BETWEEN)) return [position];
  while (isOne(next, BETWEEN)) next += 1;
  const others = positionsAt(said, { from: next, to });
  return others.length === 0 ? [] : [position, ...others];
}

/** Whether another position follows. */
export function goesOnAt(said: Said, at: number): boolean {
  const isBetween = (index: number) => BETWEEN.has(said.words[index]?.norm ?? '');
  const next = isBetween(at) && isBetween(at + 1) ? at + 2 : at + 1;
  return isBetween(at) && positionAt(said, { from: next, to: said.words.length }) !== null;
}

/** Those of the cards that stand there, in the order in which they came. */
export function firstOf(cards: readonly Card[], { by, index, isFromEnd, count }: Position): readonly Card[] {
  const inOrder = by === 'age' ? cards.toSorted(byAge) : cards;
  const from = isFromEnd ? Math.max(inOrder.length - index - count, 0) : index;
  const found = isFromEnd ? inOrder.slice(from, inOrder.length - index) : inOrder.slice(from, from + count);
  return cards.filter((card) => found.includes(card));
}

function byAge(one: Card, other: Card): number {
  return one.createdAt === other.createdAt ? one.number - other.number : one.createdAt < other.createdAt ? -1 : 1;
}
