import type { Card, Id } from '@talkan/board/model';
import type { Drag } from './drag/drag';

/** What a lane lists, from top to bottom: its cards without one that is in somebody's hand, and the gap where that would go. */
export interface Rows {
  readonly cards: readonly Card[];
  /** Where the gap is; -1 where there is none. */
  readonly gap: number;
  readonly count: number;
}

export function rowsOf(cards: readonly Card[], columnId: Id, drag: Drag | null): Rows {
  const listed = drag && drag.from === columnId ? cards.filter((card) => card.id !== drag.cardId) : cards;
  const gap = drag && drag.spot.columnId === columnId ? Math.min(drag.spot.index, listed.length) : -1;
  return { cards: listed, gap, count: listed.length + (gap >= 0 ? 1 : 0) };
}

/** The card in a row; `undefined` for the gap. */
export function cardAt({ cards, gap }: Rows, row: number): Card | undefined {
  if (row === gap) return undefined;
  return cards[gap >= 0 && row > gap ? row - 1 : row];
}

/** The row of the card with this index among the listed ones. */
export function rowOf({ gap }: Rows, index: number): number {
  return gap >= 0 && index >= gap ? index + 1 : index;
}

export interface Extent {
  readonly start: number;
  readonly size: number;
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
    const extent = extents[rowOf(rows, index)];
    if (!extent) return Number.POSITIVE_INFINITY;
    const shift = rows.gap >= 0 && index >= rows.gap ? gapSize : 0;
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
