import type { Signs } from '../presence/signs';
import type { BoardStore } from './board-state';

/** The board is to stand first, with all that it is drawn with. What happens meanwhile is not missed: the stream begins after the last change known. */
const AFTER_MS = 1200;
const RETRY_MS = 10_000;

/** Loads what listens to the server, and starts it. Returns the way to stop it. */
export function goLive(store: BoardStore, signs: Signs): () => void {
  let stop: (() => void) | undefined;
  let stopped = false;
  const load = async () => {
    try {
      const { startLive } = await import('./live/live');
      if (!stopped) stop = startLive(store, signs);
    } catch {
      // No network, or an older version of this page: until then the board is asked for when somebody comes back to it.
      if (!stopped) timer = setTimeout(() => void load(), RETRY_MS);
    }
  };
  let timer = setTimeout(() => void load(), AFTER_MS);
  return () => {
    stopped = true;
    clearTimeout(timer);
    stop?.();
  };
}
