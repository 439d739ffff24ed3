import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { setTimeout } from 'node:timers/promises';
import { createBoard } from '@talkan/board/board';
import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../board/testing/board-of';
import type { BoardStore } from '../sync/board-state';
import { createPastStore } from '../time-travel/past-store';
import { createSignal } from '../ui/signal';
import { filterStore } from './filtered-store';

function open() {
  const past = createPastStore(createBoard(snapshotOf({ todo: 'a1 b1', done: 'a2' })), new Set());
  const state = createSignal(past.getState());
  const store: BoardStore = { ...past, getState: state.get, subscribe: state.subscribe };
  return { state, store };
}

const otherBoard = () => createBoard(snapshotOf({ todo: 'a1 b1 a3', done: 'a2' }));

/** What nothing holds is gone afterwards. */
async function collectGarbage(): Promise<void> {
  setFlagsFromString('--expose-gc');
  // What a task has seen of a weak reference stays until its end.
  await setTimeout(0);
  runInNewContext('gc')();
}

const idsIn = ({ getState }: BoardStore) =>
  getState()
    .board.cardsIn('todo')
    .map(({ id }) => id);

describe('a board seen through a filter', () => {
  it('is the store itself where nothing is filtered', () => {
    const { store } = open();
    expect(filterStore(store, '')).toBe(store);
  });

  it('keeps its identity for as long as the board does', () => {
    const { state, store } = open();
    const filtered = filterStore(store, '?q=a');
    expect(idsIn(filtered)).toEqual(['a1']);
    const before = filtered.getState();
    expect(filtered.getState()).toBe(before);
    state.set({ ...state.get(), pending: 1 });
    expect(filtered.getState()).toMatchObject({ pending: 1 });
    expect(filtered.getState().board).toBe(before.board);
  });

  it('holds no board that is not there any more', async () => {
    const { state, store } = open();
    const filtered = filterStore(store, '?q=a');
    state.set({ ...state.get(), board: otherBoard() });
    const look = () => new WeakRef(filtered.getState().board);
    const before = look();
    state.set({ ...state.get(), board: otherBoard() });
    await collectGarbage();
    expect(before.deref()).toBeUndefined();
    expect(idsIn(filtered)).toEqual(['a1', 'a3']);
  });
});
