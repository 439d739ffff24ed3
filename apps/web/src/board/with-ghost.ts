import type { BoardState, BoardStore } from '../sync/board-state';
import { createSignal } from '../ui/signal';

/** Adds to a board what is shown on it. The same for the same state. */
export type Show = (state: BoardState) => BoardState;

/** What is to be shown on the board of this page, the newest last: that one is. */
const shows = createSignal<readonly Show[]>([]);

/** Has something shown on the board until the returned function is called. What was shown before comes back then. */
export function holdGhost(show: Show): () => void {
  shows.set([...shows.get(), show]);
  return () => shows.set(shows.get().filter((other) => other !== show));
}

/** The same store, with what is shown on its board. */
export function withGhost(store: BoardStore): BoardStore {
  return {
    ...store,
    getState() {
      const state = store.getState();
      return shows.get().at(-1)?.(state) ?? state;
    },
    subscribe(listener) {
      const releases = [store.subscribe(listener), shows.subscribe(listener)];
      return () => {
        for (const release of releases) release();
      };
    },
  };
}

const done = new WeakMap<BoardStore, BoardStore>();

/** The same store, with what is shown on its board done. */
export function withGhostDone(store: BoardStore): BoardStore {
  const known = done.get(store);
  if (known) return known;
  let last: { readonly state: BoardState; readonly shown: BoardState } | null = null;
  const made: BoardStore = {
    ...store,
    getState() {
      const state = store.getState();
      if (!state.ghosts) return state;
      if (last?.state !== state) last = { state, shown: { ...state, board: state.ghosts.after } };
      return last.shown;
    },
  };
  done.set(store, made);
  return made;
}
