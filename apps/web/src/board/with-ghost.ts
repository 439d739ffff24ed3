import type { BoardState, BoardStore } from '../sync/board-state';
import { createSignal } from '../ui/signal';

/** Adds to a board what is shown on it. The same for the same state. */
export type Show = (state: BoardState) => BoardState;

/** What is to be shown on the board of this page, the newest last: that one is. */
let shows: readonly Show[] = [];
/** Another number each time that something else is shown. */
const turn = createSignal(0);

const tell = () => turn.set(turn.get() + 1);

/** Has something shown on the board until the returned function is called. What was shown before comes back then. */
export function holdGhost(show: Show): () => void {
  shows = [...shows, show];
  tell();
  return () => {
    shows = shows.filter((other) => other !== show);
    // What is shown in its place, as with each word that is typed, is told first: then only what is other in it is drawn again.
    queueMicrotask(tell);
  };
}

/** The same store, with what is shown on its board. */
export function withGhost(store: BoardStore): BoardStore {
  return {
    ...store,
    getState() {
      const state = store.getState();
      return shows.at(-1)?.(state) ?? state;
    },
    subscribe(listener) {
      const releases = [store.subscribe(listener), turn.subscribe(listener)];
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
