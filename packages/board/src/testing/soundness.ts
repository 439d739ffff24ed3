import { expect } from 'vitest';
import { createBoard, snapshotOf } from '../board.js';
import { LIMITS } from '../limits.js';
import type { Board } from '../model.js';

/** What holds of every board. */
export function expectSound(board: Board): void {
  const { columns, cards } = snapshotOf(board);
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
  }
  expect(createBoard(snapshotOf(board)).textBytes).toBe(board.textBytes);
}
