import { createBoard } from '@talkan/board/board';
import type { Board, BoardSnapshot } from '@talkan/board/model';
import { createChangeLog, type Piece } from './change-log';
import { walk, type PastChange } from './walk';

/** Where the past comes from. Calls may throw. */
export interface PastSource {
  at(seq: number): Promise<BoardSnapshot>;
  changes(piece: Piece): Promise<{ readonly changes: readonly PastChange[] }>;
  /** Today's board, where the server has all of it. */
  today(): Board | null;
}

export interface TimeMachineState {
  /** The change that somebody wants to see the board after. */
  readonly wanted: number;
  /** The number of the last change of all. */
  readonly newest: number;
  /** The board that is shown, after the change `shown.seq`; another one than is wanted while that is under way. */
  readonly shown: Board | null;
  /** The change that led to it, once it is known. */
  readonly change: PastChange | null;
  /** Why the board that is wanted cannot be had. */
  readonly problem: unknown;
}

/** Shows a board as it was. What is near is walked to, what is far is asked for: the last wish counts, one request at a time. */
export interface TimeMachine {
  readonly getState: () => TimeMachineState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly changeAt: (seq: number) => PastChange | undefined;
  go(seq: number): void;
  /** The log has grown to here. */
  grow(newest: number): void;
  /** Tries again what failed. */
  readonly retry: () => void;
}

export interface TimeMachineOptions {
  readonly source: PastSource;
  readonly seq: number;
  readonly newest: number;
}

const PAGE = 200;
const REST_MS = 40;
const rest = () => new Promise((resolve) => setTimeout(resolve, REST_MS));

export function createTimeMachine({ source, seq, newest }: TimeMachineOptions): TimeMachine {
  const listeners = new Set<() => void>();
  const log = createChangeLog();
  let state: TimeMachineState = { wanted: seq, newest, shown: null, change: null, problem: null };
  let direction: 1 | -1 = -1;
  /** Up to here no change is known to have taken texts out of the log since they were fetched. */
  let lookedUpTo = newest;
  let age = 0;
  const busy = { jumping: false, filling: false, looking: false };

  function publish(news: Partial<TimeMachineState>): void {
    const next = { ...state, ...news };
    state = { ...next, change: (next.shown && log.get(next.shown.seq)) ?? null };
    for (const listener of listeners) listener();
  }

  function advance(): void {
    const near = within();
    if (near) publish({ shown: near });
    else void jump();
    void fill();
  }

  function within(): Board | null {
    const { shown, wanted } = state;
    if (shown?.seq === wanted) return shown;
    const walked = shown && walk(shown, wanted, log.get);
    if (walked) return walked;
    const today = source.today();
    return today?.seq === wanted ? today : null;
  }

  async function jump(): Promise<void> {
    if (busy.jumping) return;
    busy.jumping = true;
    try {
      while (!isThere()) {
        const asked = age;
        const board = createBoard(await source.at(state.wanted));
        // Meanwhile they may have walked there, or the log may have lost what this board still says.
        if (isThere() || asked !== age) continue;
        publish({ shown: board, problem: null });
        const near = within();
        if (near) publish({ shown: near });
        // Whoever drags the slider wishes for another board with every pixel.
        if (!isThere()) await rest();
      }
    } catch (problem) {
      publish({ problem });
    }
    busy.jumping = false;
  }

  const isThere = () => state.shown?.seq === state.wanted;
  const missing = () => log.missing({ seq: state.wanted, direction, newest: state.newest });

  async function fill(): Promise<void> {
    if (busy.filling) return;
    busy.filling = true;
    try {
      for (let piece = missing(); piece; piece = missing()) {
        const asked = age;
        const { changes } = await source.changes(piece);
        if (asked !== age) continue;
        if (changes.length === 0) break;
        log.add(changes, state.wanted);
        publish({ shown: within() ?? state.shown });
      }
    } catch (problem) {
      if (!isThere()) publish({ problem });
    }
    busy.filling = false;
  }

  /** Looks through what is new for what takes texts out of the log: what was fetched before is not to be shown then. */
  async function look(): Promise<void> {
    if (busy.looking) return;
    busy.looking = true;
    try {
      while (lookedUpTo < state.newest) {
        const { changes } = await source.changes({ after: lookedUpTo, limit: PAGE });
        const last = changes.at(-1);
        if (!last) break;
        lookedUpTo = last.seq;
        if (changes.some(({ patches }) => patches.some(({ after }) => after === null))) forget();
        else log.add(changes, state.wanted);
      }
    } catch {
      // Looked for again when the log grows, or by `retry`.
    }
    busy.looking = false;
  }

  function forget(): void {
    age += 1;
    log.clear();
    publish({ shown: null });
    advance();
  }

  advance();
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changeAt: log.get,
    go(wanted) {
      if (wanted === state.wanted) return;
      direction = wanted < state.wanted ? -1 : 1;
      publish({ wanted, problem: null });
      advance();
    },
    grow(next) {
      if (next <= state.newest) return;
      publish({ newest: next });
      void look();
      void fill();
    },
    retry() {
      publish({ problem: null });
      advance();
      void look();
    },
  };
}
