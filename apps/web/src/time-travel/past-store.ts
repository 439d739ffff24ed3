import { snapshotOf } from '@talkan/board/board';
import type { Board, Id } from '@talkan/board/model';
import { refuse } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import type { BoardState, BoardStore } from '../sync/board-state';
import { createSignal } from '../ui/signal';

const PAST = refuse('forbidden', t`The past cannot be changed. Go back to today first.`);

/** A past board as the lanes read it: nobody can change it, and nothing of it waits for the server. */
export interface PastStore extends BoardStore {
  /** @param marks the cards that stand out */
  show(board: Board, marks: ReadonlySet<Id>): void;
}

export function createPastStore(board: Board, marks: ReadonlySet<Id>): PastStore {
  const state = createSignal<BoardState>({
    board,
    beside: { shown: new Map(), confirmed: new Map(), leaps: 0 },
    marks,
    role: 'viewer',
    pending: 0,
    pendingCards: new Set(),
    unkept: false,
    connection: 'online',
    problem: null,
    failures: [],
    traces: new Map(),
    undone: new Set(),
    gone: null,
  });
  return {
    getState: state.get,
    subscribe: state.subscribe,
    show: (next, nextMarks) => state.set({ ...state.get(), board: next, marks: nextMarks }),
    confirmed: () => ({ ...snapshotOf(state.get().board), role: 'viewer' }),
    commit: () => '',
    settled: async () => PAST,
    withdraw: () => false,
    undo: async () => PAST,
    receive: () => {},
    remember: () => {},
    hear: () => {},
    trace: () => {},
    untrace: () => {},
    renew: () => {},
    refresh: async () => {},
    setOnline: () => {},
    setProblem: () => {},
    replace: () => {},
    dismiss: () => {},
    takeOver: async () => {},
    atRisk: () => false,
    start: () => {},
    stop: () => {},
  };
}
