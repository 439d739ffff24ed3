import { filteredBoard, isFiltering, matcherOf, readFilter, type CardFilter } from '@talkan/board/filter';
import type { BoardState, BoardStore } from '../sync/board-state';
import { clock } from './clock';

/** The filter in an address's query. */
export function filterIn(search: string): CardFilter {
  const query = new URLSearchParams(search);
  return readFilter((name) => query.get(name));
}

/** The same store, as it is seen through a filter. What is done is done to the whole board. */
export function filterStore(store: BoardStore, search: string): BoardStore {
  const filter = filterIn(search);
  if (!isFiltering(filter)) return store;
  let whole: BoardState | undefined;
  let shown: BoardState | undefined;
  return {
    ...store,
    getState() {
      const state = store.getState();
      if (shown && state === whole) return shown;
      const board =
        shown && state.board === whole?.board
          ? shown.board
          : filteredBoard(state.board, matcherOf(state.board, filter, clock()));
      whole = state;
      shown = { ...state, board, whole: state.board };
      return shown;
    },
  };
}
