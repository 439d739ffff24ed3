import { expect, it } from 'vitest';
import { cardsOf, COLUMNS } from '../reference/board.ts';
import { movesOn } from './contestant.ts';

function boardOf(count: number) {
  const cards = cardsOf(count);
  const columns = COLUMNS.map((column) => ({
    ...column,
    cardIds: cards.filter(({ columnId }) => columnId === column.id).map(({ id }) => id),
  }));
  return { columns, cards: {} };
}

it.each([8, 1_000, 10_000])(
  'moves each card to another column than it is in, and back in the end: %d cards',
  (count) => {
    const placed = new Map(cardsOf(count).map(({ id, columnId }) => [id, columnId]));
    const start = new Map(placed);
    const moves = movesOn(boardOf(count));
    for (const { cardId, columnId } of moves) {
      expect(placed.get(cardId)).not.toBe(columnId);
      placed.set(cardId, columnId);
    }
    expect(placed).toEqual(start);
    expect(new Set(moves.map(({ cardId }) => cardId)).size).toBe(Math.min(count, 128));
  },
);
