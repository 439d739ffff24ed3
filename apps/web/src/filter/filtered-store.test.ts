import { describe, expect, it } from 'vitest';
import { collectGarbage } from '../board/testing/collect-garbage';
import { settableStore } from '../board/testing/settable-store';
import type { BoardStore } from '../sync/board-state';
import { filterStore } from './filtered-store';

const LANES = { todo: 'a1 b1', done: 'a2' };
const idsIn = ({ getState }: BoardStore) =>
  getState()
    .board.cardsIn('todo')
    .map(({ id }) => id);

describe('a board seen through a filter', () => {
  it('is the store itself where nothing is filtered', () => {
    const { store } = settableStore(LANES);
    expect(filterStore(store, '')).toBe(store);
  });

  it('keeps its identity for as long as the board does', () => {
    const { set, store } = settableStore(LANES);
    const filtered = filterStore(store, '?q=a');
    expect(idsIn(filtered)).toEqual(['a1']);
    const before = filtered.getState();
    expect(filtered.getState()).toBe(before);
    set({ pending: 1 });
    expect(filtered.getState()).toMatchObject({ pending: 1 });
    expect(filtered.getState().board).toBe(before.board);
  });

  it('holds no board that is not there any more', async () => {
    const { show, store } = settableStore(LANES);
    const filtered = filterStore(store, '?q=a');
    const look = () => new WeakRef(filtered.getState().board);
    const before = look();
    show({ todo: 'a1 b1 a3', done: 'a2' });
    await collectGarbage();
    expect(before.deref()).toBeUndefined();
    expect(idsIn(filtered)).toEqual(['a1', 'a3']);
  });
});
