import { sessionEnded } from '../auth/session';
import type { BoardStore } from './board-state';

/** Coming back to the window twice within this time asks once. */
const AT_MOST_EVERY = 2000;

/**
 * Tells the store of the network, and when the page or the network comes back takes over what other pages left, and asks for the board while
 * changes do not arrive by themselves.
 * Returns the way to stop it.
 */
export function keepFresh(store: BoardStore, isLive: () => boolean): () => void {
  let asked = Date.now();
  const refresh = () => {
    if (isLive() || document.visibilityState !== 'visible' || sessionEnded.get()) return;
    if (Date.now() - asked < AT_MOST_EVERY) return;
    asked = Date.now();
    void store.refresh();
  };
  const wake = () => {
    store.setOnline(navigator.onLine);
    takeOver();
    refresh();
  };
  const takeOver = () => {
    if (document.visibilityState === 'visible') store.takeOver().catch(reportError);
  };
  const stop = new AbortController();
  const { signal } = stop;
  addEventListener('focus', refresh, { signal });
  addEventListener('focus', takeOver, { signal });
  addEventListener('online', wake, { signal });
  addEventListener('offline', wake, { signal });
  document.addEventListener('visibilitychange', wake, { signal });
  addEventListener('beforeunload', (event) => store.atRisk() && event.preventDefault(), { signal });
  const unsubscribe = sessionEnded.subscribe(() => {
    if (!sessionEnded.get()) wake();
  });
  if (!navigator.onLine) store.setOnline(false);
  return () => {
    stop.abort();
    unsubscribe();
  };
}
