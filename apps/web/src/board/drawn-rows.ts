import type { Card } from '@talkan/board/model';
import type { Range, VirtualItem } from '@tanstack/react-virtual';
import type { DrawnSlot, Slot } from '../presence/signs';
import type { Arrival } from './ghosts';
import { rowAt, type Row, type Rows } from './rows';

/** A card's id is a key; nothing else has a colon in it. */
export function keyOf({ card, slot, arrival }: Partial<Row>): string {
  if (card) return card.id;
  if (arrival) return `arrival:${arrival.card.id}`;
  return slot ? `slot:${slot.clientId}` : ':gap';
}

/** A card, or one that would arrive. */
interface DrawnCard {
  readonly card: Card;
  readonly arrival?: Arrival | undefined;
  readonly row: number;
  readonly index: number;
  readonly start: number;
  readonly held: boolean;
}

/** The cards in view, what would arrive among them, and what others hold there: over a place of its own, or over the card itself. */
export function drawRows(rows: Rows, slots: readonly Slot[], items: readonly VirtualItem[]) {
  const cards: DrawnCard[] = [];
  const drawnSlots: (DrawnSlot & { readonly row: number })[] = [];
  for (const { index: row, start, size } of items) {
    const { arrival, index, ...at } = rowAt(rows, row);
    const { card = arrival?.card, slot = slots.find(({ home, cardId }) => home && cardId === at.card?.id) } = at;
    if (card) cards.push({ card, arrival, row, index, start, held: false });
    if (slot) drawnSlots.push({ slot, row, start, size });
  }
  return { cards, slots: drawnSlots };
}

/**
 * A card in the hand stays mounted where it is in the document: a browser that loses the element under a finger ends the touch. It is
 * not seen, and has no row.
 */
export function withHeld(drawn: readonly DrawnCard[], card: Card, cards: readonly Card[]): readonly DrawnCard[] {
  const order = cards.indexOf(card);
  const at = drawn.findIndex((other) => cards.indexOf(other.card) > order);
  return drawn.toSpliced(at < 0 ? drawn.length : at, 0, { card, row: -1, index: -1, start: 0, held: true });
}

/** The rows to draw: those in view, some around them, and `row` wherever it is. */
export function rowsWith({ startIndex, endIndex, overscan, count }: Range, row: number): number[] {
  const first = Math.max(0, startIndex - overscan);
  const last = Math.min(count - 1, endIndex + overscan);
  const range = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (row < 0 || row >= count || (row >= first && row <= last)) return range;
  return row < first ? [row, ...range] : [...range, row];
}
