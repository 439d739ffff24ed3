import type { Card, Id } from '@talkan/board/model';
import type { Slot } from '../presence/signs';
import type { Drag } from './drag/drag';

/** What a lane lists, from top to bottom: its cards without one that is in the hand, the slots of others, and the gap where that would go. */
export interface Rows {
  readonly cards: readonly Card[];
  /** From top to bottom; `at` counts the cards that are listed before it. */
  readonly slots: readonly Slot[];
  /** The row of the gap; -1 where there is none. */
  readonly gap: number;
  readonly count: number;
}

/** What is in a row; nothing in the gap. */
export interface Row {
  readonly card?: Card;
  readonly slot?: Slot;
  /** How many cards are listed before it. */
  readonly index: number;
}

export interface Hands {
  readonly drag: Drag | null;
  /** What others hold. */
  readonly slots: readonly Slot[];
}

export function rowsOf(cards: readonly Card[], columnId: Id, { drag, slots: held }: Hands): Rows {
  const own = drag && drag.from === columnId ? cards.findIndex((card) => card.id === drag.cardId) : -1;
  const listed = own < 0 ? cards : cards.toSpliced(own, 1);
  const slots = held
    .filter(({ home }) => !home)
    .map((slot) => ({ ...slot, at: Math.min(own >= 0 && own < slot.at ? slot.at - 1 : slot.at, listed.length) }));
  const rows = { cards: listed, slots, gap: -1, count: listed.length + slots.length };
  if (!drag || drag.spot.columnId !== columnId) return rows;
  return { ...rows, gap: rowOfPlace(rows, Math.min(drag.spot.index, listed.length)), count: rows.count + 1 };
}

export function rowAt({ cards, slots, gap }: Rows, row: number): Row {
  const rest = gap >= 0 && row > gap ? row - 1 : row;
  const before = slots.filter(({ at }, order) => at + order < rest).length;
  const index = rest - before;
  if (row === gap) return { index };
  const slot = slots[before];
  if (slot && slot.at + before === rest) return { slot, index };
  const card = cards[index];
  return card ? { card, index } : { index };
}

/** The row of the card with this index among the listed ones. */
export function rowOf(rows: Rows, index: number): number {
  const row = rowOfPlace(rows, index);
  return rows.gap >= 0 && row >= rows.gap ? row + 1 : row;
}

/** The row that the gap has where a card would get this index: what others hold over the same place stays above it. */
export function rowOfPlace({ slots }: Pick<Rows, 'slots'>, index: number): number {
  return index + slots.filter(({ at }) => at <= index).length;
}

export interface Extent {
  readonly start: number;
  readonly size: number;
}

/**
 * The place that a card has whose upper edge is at `offset`: it goes before the first card whose middle lies lower. The gap is thought away,
 * so that the answer does not change with what it changes. What others hold takes room, but is nothing to go before or after.
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
  let low = 0;
  let high = rows.cards.length;
  while (low < high) {
    const index = (low + high) >> 1;
    if (middle(index) < at.offset) low = index + 1;
    else high = index;
  }
  return low;
}
