import type { BoardStore } from './board-state';

const LONGEST_WAIT = 15_000;

/** Why the server does not have all that the screen shows. */
export type Unsaved = 'offline' | 'unsaved';

/**
 * Waits until the server has every change that the screen shows, for what it is to do next is about that board. Resolves with the reason
 * where that does not happen.
 */
export function waitForSavedBoard(
  store: Pick<BoardStore, 'getState' | 'subscribe'>,
  signal: AbortSignal,
): Promise<Unsaved | null> {
  return new Promise((resolve) => {
    const finish = (reason: Unsaved | null) => {
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener('abort', look);
      resolve(reason);
    };
    const look = () => {
      const { pending, connection } = store.getState();
      if (connection === 'offline') finish('offline');
      else if (pending === 0 || signal.aborted) finish(null);
    };
    const timer = setTimeout(() => finish('unsaved'), LONGEST_WAIT);
    const unsubscribe = store.subscribe(look);
    signal.addEventListener('abort', look);
    look();
  });
}
