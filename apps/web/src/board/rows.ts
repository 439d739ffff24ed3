import type { Card, Id } from '@talkan/board/model';
import type { Slot } from '../presence/signs';
import type { Drag } from './drag/drag';
import type { Arrival, Placed } from './ghosts';

/**
 * What a lane lists, from top to bottom: its cards without one that is in the hand, the slots of others, what would arrive, and the gap
 * where the card in the hand would go.
 */
export interface Rows {
  readonly cards: readonly Card[];
  /** From top to bottom; `at` counts the cards that are listed before it. */
  readonly between: readonly Between[];
  /** The row of the gap; -1 where there is none. */
  readonly gap: number;
  readonly count: number;
}

/** What takes room between cards, and is nothing to go before or after. */
interface Between {
  readonly at: number;
  readonly slot?: Slot;
  readonly arrival?: Arrival;
}

/** What is in a row; nothing in the gap. */
export interface Row {
  readonly card?: Card;
  readonly slot?: Slot;
  readonly arrival?: Arrival;
  /** How many cards are listed before it. */
  readonly index: number;
}

export interface Hands {
  readonly drag: Drag | null;
  /** What others hold. */
  readonly slots: readonly Slot[];
  readonly arrivals?: readonly Placed[];
}

export function rowsOf(cards: readonly Card[], columnId: Id, { drag, slots, arrivals = [] }: Hands): Rows {
  const own = drag && drag.from === columnId ? cards.findIndex((card) => card.id === drag.cardId) : -1;
  const listed = own < 0 ? cards : cards.toSpliced(own, 1);
  const listedBefore = (at: number) => Math.min(own >= 0 && own < at ? at - 1 : at, listed.length);
  const between = [
    ...slots.filter(({ home }) => !home).map((slot): Between => ({ at: listedBefore(slot.at), slot })),
    ...arrivals.map(({ arrival, at }): Between => ({ at: listedBefore(at), arrival })),
  ].toSorted((one, other) => one.at - other.at);
  const rows = { cards: listed, between, gap: -1, count: listed.length + between.length };
  if (!drag || drag.spot.columnId !== columnId) return rows;
  return { ...rows, gap: rowOfPlace(rows, Math.min(drag.spot.index, listed.length)), count: rows.count + 1 };
}

export function rowAt({ cards, between, gap }: Rows, row: number): Row {
  const rest = gap >= 0 && row > gap ? row - 1 : row;
  const before = firstWhere(between.length, (order) => (between[order]?.at ?? 0) + order >= rest);
  const index = rest - before;
  if (row === gap) return { index };
  const found = between[before];
  if (found && found.at + before === rest) return { ...found, index };
  const card = cards[index];
  return card ? { card, index } : { index };
}

/** The first of `count` numbers from 0 for which this is so, as it then is for all behind it; `count`: for none. */
function firstWhere(count: number, isSo: (number: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The row of the card with this index among the listed ones. */
export function rowOf(rows: Rows, index: number): number {
  const row = rowOfPlace(rows, index);
  return rows.gap >= 0 && row >= rows.gap ? row + 1 : row;
}

/** The row that the gap has where a card would get this index: what takes room at the same place stays above it. */
export function rowOfPlace({ between }: Pick<Rows, 'between'>, index: number): number {
  return index + firstWhere(between.length, (order) => (between[order]?.at ?? 0) > index);
}

export interface Extent {
  readonly start: number;
  readonly size: number;
}

/**
 * The listed cards that reach between two heights of the list's content.
 * @param extents where the rows are drawn
 */
export function cardsBetween(
  rows: Rows,
  extents: readonly Extent[],
  { top, bottom }: { top: number; bottom: number },
): readonly Card[] {
  const extentOf = (index: number) => extents[rowOf(rows, index)] ?? { start: Number.POSITIVE_INFINITY, size: 0 };
  const first = firstWhere(rows.cards.length, (index) => extentOf(index).start + extentOf(index).size > top);
  return rows.cards.slice(
    first,
    Math.max(
      first,
      firstWhere(rows.cards.length, (index) => extentOf(index).start >= bottom),
    ),
  );
}

/**
 * The place that a card has whose upper edge is at `offset`: it goes before the first card whose middle lies lower. The gap is thought away,
 * so that the answer does not change with what it changes.
 * @param extents where the rows are drawn
 * @param space between two rows
 */
export function indexAtOffset(rows: Rows, extents: readonly Extent[], at: { offset: number; space: number }): number {
  const gapSize = (extents[rows.gap]?.size ?? 0) + at.space;
  const middle = (index: number) => {
    const row = rowOf(rows, index);
    const extent = extents[row];
    if (!extent) return Number.POSITIVE_INFINITY;
    const shift = rows.gap >= 0 && row > rows.gap ? gapSize : 0;
    return extent.start - shift + extent.size / 2;
  };
  return firstWhere(rows.cards.length, (index) => middle(index) >= at.offset);
}
