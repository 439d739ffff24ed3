import { createBoard } from '@talkan/board/board';
import { expect, it, vi } from 'vitest';
import { createPastStore } from './past-store';

const board = createBoard({ id: 'board', key: 'RM', title: 'Then', seq: 3, lastNumber: 0, columns: [], cards: [] });
const NONE = new Set<string>();

it('shows one past board after the other, to somebody who may only look', () => {
  const store = createPastStore(board, NONE);
  const listener = vi.fn();
  store.subscribe(listener);
  const next = createBoard({ id: 'board', key: 'RM', title: 'Later', seq: 4, lastNumber: 0, columns: [], cards: [] });
  store.show(next, new Set(['card-1']));
  expect(store.getState()).toMatchObject({ board: { title: 'Later', seq: 4 }, role: 'viewer', pending: 0 });
  expect(store.getState().marks).toEqual(new Set(['card-1']));
  expect(listener).toHaveBeenCalledOnce();
});

it('changes nothing, whatever is asked of it', async () => {
  const store = createPastStore(board, NONE);
  const changeId = store.commit([{ type: 'board.rename', title: 'Another' }]);
  expect(store.getState()).toMatchObject({ board: { title: 'Then' }, pending: 0 });
  await expect(store.settled(changeId)).resolves.toMatchObject({ code: 'forbidden' });
  await expect(store.undo(3)).resolves.toMatchObject({ code: 'forbidden' });
  expect(store.atRisk()).toBe(false);
});
