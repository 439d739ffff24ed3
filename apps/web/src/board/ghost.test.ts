import { createBoard } from '@talkan/board/board';
import { afterEach, expect, it } from 'vitest';
import { createPastStore } from '../time-travel/past-store';
import type { BoardStore } from '../sync/board-state';
import { showGhost, withGhost } from './ghost';

const board = createBoard({
  id: 'b',
  key: 'TK',
  title: 'Board',
  seq: 1,
  lastNumber: 1,
  columns: ['a', 'b'].map((id) => ({ id, title: id, rank: id })),
  cards: [
    {
      id: 'c',
      number: 1,
      columnId: 'a',
      rank: 'a0',
      title: 'Card',
      details: '',
      archivedAt: null,
      createdAt: '2026-01-01T00:00:00.000Z',
      createdBy: 'u',
    },
  ],
});
const past = createPastStore(board, new Set());
const store: BoardStore = { ...past, getState: () => editing };
const editing = { ...past.getState(), role: 'editor' } as const;
const move = { type: 'card.move', cardId: 'c', columnId: 'b' } as const;
let end = () => {};
afterEach(() => end());

it('what is proposed is seen on the board, by name, until it is taken off', () => {
  const seen = withGhost(store);
  let heard = 0;
  const release = seen.subscribe(() => (heard += 1));
  expect(seen.getState()).toBe(editing);
  end = showGhost([move, { type: 'card.create', cardId: 'new', columnId: 'b', title: 'New' }]);
  const state = seen.getState();
  expect(state.board.cardsIn('b').map(({ id }) => id)).toEqual(['c', 'new']);
  expect(state.ghosts).toEqual(new Set(['c', 'new']));
  expect(seen.getState()).toBe(state);
  expect(store.getState().board).toBe(board);
  end();
  expect(seen.getState()).toBe(editing);
  expect(heard).toBe(2);
  release();
});

it('what would leave the board, or cannot be done, is seen as it is', () => {
  const seen = withGhost(store);
  end = showGhost([{ type: 'card.archive', cardId: 'c' }]);
  expect(seen.getState().board.card('c')).toBeDefined();
  end();
  end = showGhost([{ ...move, cardId: 'nothing' }]);
  expect(seen.getState()).toBe(editing);
});

it('a proposal that was followed by another takes only itself off', () => {
  const first = showGhost([]);
  end = showGhost([move]);
  first();
  expect(withGhost(store).getState().board.cardsIn('b')).toHaveLength(1);
});
