import type { Id } from '@talkan/board/model';
import { cardsNamed, type BoardState } from './board-state';
import type { LocalBoard } from './local-board';
import type { Reached } from './sender';
import type { WaitingLine } from './waiting';

/** What of the state is not read off the board or the queue. */
type Notes = Pick<BoardState, 'failures' | 'traces' | 'undone' | 'gone' | 'problem'>;

/** The one value that the screen reads, made anew at every change. */
export interface Publisher {
  readonly getState: () => BoardState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly publish: (notes?: Partial<Notes>) => void;
  readonly setOnline: (online: boolean) => void;
  readonly setReached: (reached: Reached) => void;
  /** Whether it was another one. */
  readonly setProblem: (problem: string | null) => boolean;
}

const NO_CARDS: ReadonlySet<Id> = new Set();

export function createPublisher(local: LocalBoard, line: WaitingLine, first: Reached): Publisher {
  const listeners = new Set<() => void>();
  let online = true;
  let reached = first;
  let notes: Notes = { failures: [], traces: new Map(), undone: new Set(), gone: null, problem: null };
  let state = read();

  function read(): BoardState {
    const waiting = line.all();
    return {
      ...notes,
      board: local.view(),
      beside: local.beside(),
      role: local.role(),
      pending: waiting.length,
      pendingCards: waiting.length === 0 ? NO_CARDS : new Set(waiting.flatMap((entry) => cardsNamed(entry.operations))),
      unkept: waiting.some(({ kept }) => kept === false),
      connection: online ? reached : 'offline',
    };
  }

  function publish(change: Partial<Notes> = {}): void {
    notes = { ...notes, ...change };
    state = read();
    for (const listener of listeners) listener();
  }

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    publish,
    setOnline(next) {
      online = next;
      publish();
    },
    setReached(next) {
      if (next === reached) return;
      reached = next;
      publish();
    },
    setProblem(problem) {
      if (problem === notes.problem) return false;
      publish({ problem });
      return true;
    },
  };
}
