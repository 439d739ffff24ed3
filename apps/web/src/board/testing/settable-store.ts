import { createBoard } from '@talkan/board/board';
import type { Board } from '@talkan/board/model';
import type { BoardState, BoardStore } from '../../sync/board-state';
import { createPastStore } from '../../time-travel/past-store';
import { createSignal } from '../../ui/signal';
import { snapshotOf } from './board-of';

/** An editor's store whose state is what a test says it is. */
export function settableStore(lanes: Record<string, string>) {
  const past = createPastStore(createBoard(snapshotOf({})), new Set());
  const boardOf = (other: Record<string, string>): Board => createBoard(snapshotOf(other));
  const state = createSignal<BoardState>({ ...past.getState(), role: 'editor', board: boardOf(lanes) });
  const store: BoardStore = { ...past, getState: state.get, subscribe: state.subscribe };
  return {
    store,
    set: (change: Partial<BoardState>) => state.set({ ...state.get(), ...change }),
    show: (other: Record<string, string>) => state.set({ ...state.get(), board: boardOf(other) }),
  };
}
