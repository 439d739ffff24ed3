import type { Refusal } from '@talkan/board/refusal';
import type { Reached } from './sender';
import type { LoadedBoard } from './transport';
import { troubleOf } from './trouble';

export interface LoaderOptions {
  load(): Promise<LoadedBoard>;
  /** The newest change that was heard of: an answer that is older was overtaken on its way. */
  newest(): number;
  loaded(board: LoadedBoard): void;
  refused(refusal: Refusal): void;
  reached(reached: Reached): void;
}

/** Loads the whole board, one request at a time; who asks meanwhile is served by one more. */
export interface Loader {
  refresh(): Promise<void>;
  start(): void;
  stop(): void;
}

const RETRY_AFTER = 3000;
const OVERTAKEN_AT_MOST = 5;

export function createLoader(options: LoaderOptions): Loader {
  let current: Promise<void> | undefined;
  let queued: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = true;

  async function load(): Promise<void> {
    clearTimeout(timer);
    for (let tries = 0; tries < OVERTAKEN_AT_MOST; tries++) {
      const board = await attempt();
      if (!board || stopped) return;
      if (board.seq >= options.newest()) return options.loaded(board);
    }
    retryLater();
  }

  async function attempt(): Promise<LoadedBoard | undefined> {
    try {
      const board = await options.load();
      if (!stopped) options.reached('online');
      return board;
    } catch (error) {
      if (!stopped) explain(error);
      return undefined;
    }
  }

  function explain(error: unknown): void {
    const trouble = troubleOf(error);
    if (trouble.kind === 'refused') return options.refused(trouble.refusal);
    // Nobody is signed in: whoever signs in again asks for the board.
    if (trouble.kind === 'signed-out') return;
    options.reached('retrying');
    retryLater();
  }

  function retryLater(): void {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(() => void refresh(), RETRY_AFTER);
  }

  function begin(): Promise<void> {
    queued = undefined;
    current = load().finally(() => {
      current = undefined;
    });
    return current;
  }

  function refresh(): Promise<void> {
    if (!current) return begin();
    // The answer that is under way may leave out what its asker knows of.
    queued ??= current.then(begin);
    return queued;
  }

  return {
    refresh,
    start() {
      stopped = false;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
