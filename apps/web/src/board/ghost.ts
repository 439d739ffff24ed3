import { decideChange } from '@talkan/board/decide';
import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { isRefusal } from '@talkan/board/refusal';
import { cardsNamed, type BoardState, type BoardStore } from '../sync/board-state';
import { createSignal } from '../ui/signal';

/** What is shown on the board of this page as if it were done, and is not. */
const proposed = createSignal<readonly Operation[] | null>(null);

/** Shows operations on the board until the returned function is called. What would leave the board is shown where it is. */
export function showGhost(operations: readonly Operation[]): () => void {
  const own = operations.filter(({ type }) => !type.endsWith('.archive'));
  proposed.set(own);
  return () => {
    if (proposed.get() === own) proposed.set(null);
  };
}

/** The same store, with what is proposed on its board. What is done is done to the board as it is. */
export function withGhost(store: BoardStore): BoardStore {
  let last: {
    readonly state: BoardState;
    readonly operations: readonly Operation[];
    readonly shown: BoardState;
  } | null = null;
  return {
    ...store,
    getState() {
      const state = store.getState();
      const operations = proposed.get();
      if (operations === null) return state;
      if (last?.state !== state || last.operations !== operations) {
        last = { state, operations, shown: propose(state, operations) };
      }
      return last.shown;
    },
    subscribe(listener) {
      const releases = [store.subscribe(listener), proposed.subscribe(listener)];
      return () => {
        for (const release of releases) release();
      };
    },
  };
}

function propose(state: BoardState, operations: readonly Operation[]): BoardState {
  const decided = decideChange(state.board, operations, {
    actorId: '',
    role: state.role,
    now: new Date().toISOString(),
    loaded: state.beside.shown,
  });
  // What cannot be done is said elsewhere.
  if (isRefusal(decided)) return state;
  const ghosts: ReadonlySet<Id> = new Set(cardsNamed(operations));
  return { ...state, board: decided.board, ghosts };
}
