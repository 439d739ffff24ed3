import type { Id } from '@talkan/board/model';
import type { BoardStore } from './board-state';
import { openedFromKept } from './kept-answers';
import { KEPT_LATER_MS, loadKept } from './offline';

interface Page {
  readonly userId: Id;
  /** Asks again for whatever else may be old. */
  readonly refetch: () => void;
}

/** Keeps the board for a time without the server; and where the server said nothing to what was kept, goes on as soon as it answers. */
export function keepWhole(store: BoardStore, { userId, refetch }: Page): () => void {
  let release = () => {};
  let stopped = false;
  const keep = async () => {
    const { keepBoard } = await loadKept();
    if (!stopped) release = keepBoard(store, userId);
  };
  const timer = setTimeout(() => void keep().catch(() => {}), KEPT_LATER_MS);
  const unsubscribe = store.subscribe(() => {
    if (!openedFromKept.get() || store.getState().connection !== 'online') return;
    openedFromKept.set(false);
    refetch();
  });
  const ask = () => {
    if (openedFromKept.get()) void store.refresh();
  };
  ask();
  const unfollow = openedFromKept.subscribe(ask);
  return () => {
    stopped = true;
    clearTimeout(timer);
    unsubscribe();
    unfollow();
    release();
  };
}
