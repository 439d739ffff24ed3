import type { BoardStore } from '../sync/board-state';

const LONGEST_WAIT = 15_000;

const OFFLINE = 'You are offline. The assistant can be asked when you’re back.';
const UNSAVED =
  'Your last changes have not reached the server yet, so the assistant would not see them. Try again in a moment.';

/**
 * Waits until the server has every change that the screen shows, so that the assistant speaks about the same board as the person.
 * Resolves with a sentence where that does not happen.
 */
export function waitForSavedBoard(
  store: Pick<BoardStore, 'getState' | 'subscribe'>,
  signal: AbortSignal,
): Promise<string | null> {
  return new Promise((resolve) => {
    const finish = (sentence: string | null) => {
      clearTimeout(timer);
      unsubscribe();
      signal.removeEventListener('abort', look);
      resolve(sentence);
    };
    const look = () => {
      const { pending, connection } = store.getState();
      if (connection === 'offline') finish(OFFLINE);
      else if (pending === 0 || signal.aborted) finish(null);
    };
    const timer = setTimeout(() => finish(UNSAVED), LONGEST_WAIT);
    const unsubscribe = store.subscribe(look);
    signal.addEventListener('abort', look);
    look();
  });
}
