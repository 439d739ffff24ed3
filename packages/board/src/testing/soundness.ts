import { expect } from 'vitest';
import { createBoard, snapshotOf } from '../board.js';
import { LIMITS } from '../limits.js';
import type { Board, LinkSide } from '../model.js';

const OTHER_SIDE: Record<LinkSide, LinkSide> = {
  blocks: 'blocked_by',
  blocked_by: 'blocks',
  relates: 'relates',
  duplicates: 'duplicated_by',
  duplicated_by: 'duplicates',
};

/** What holds of every board. */
export function expectSound(board: Board): void {
  const columns = board.columns();
  const cards = columns.flatMap(({ id }) => board.cardsIn(id));
  for (const ranks of [
    columns.map(({ rank }) => rank),
    ...columns.map(({ id }) => board.cardsIn(id).map(({ rank }) => rank)),
  ]) {
    expect(ranks).toEqual([...new Set(ranks)].toSorted((a, b) => (a < b ? -1 : 1)));
    for (const rank of ranks) expect(rank.length).toBeLessThanOrEqual(LIMITS.rank);
  }
  expect(new Set(cards.map((card) => card.id)).size).toBe(board.cardCount);
  expect(new Set(cards.map((card) => card.number)).size).toBe(board.cardCount);
  for (const card of cards) {
    expect(board.card(card.id)).toBe(card);
    expect(board.column(card.columnId)).toBeDefined();
    expect(card.archivedAt).toBeNull();
    expect(card.number).toBeLessThanOrEqual(board.lastNumber);
    for (const id of card.labelIds) expect(board.label(id)).toBeDefined();
    for (const { kind, cardId } of card.links) {
      // The other one may be in the archive, which holds its side.
      const other = board.card(cardId);
      if (other) expect(other.links).toContainEqual({ kind: OTHER_SIDE[kind], cardId: card.id });
    }
    const ids = card.checklists.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(card.commentCount).toBeGreaterThanOrEqual(0);
  }
  expect(createBoard(snapshotOf(board)).textBytes).toBe(board.textBytes);
}
