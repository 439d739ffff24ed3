import { filteredBoard, isFiltering, matcherOf, readFilter, type CardFilter } from '@talkan/board/filter';
import type { Board } from '@talkan/board/model';
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
  // Held by what they were made of: a store of long ago, which React keeps for a while with what it drew by it, keeps no board.
  const boards = new WeakMap<Board, Board>();
  const states = new WeakMap<BoardState, BoardState>();
  const look = (board: Board) => filteredBoard(board, matcherOf(board, filter, clock()));
  return {
    ...store,
    getState: () =>
      madeOf(states, store.getState(), (state) => ({
        ...state,
        board: madeOf(boards, state.board, look),
        whole: state.board,
      })),
  };
}

/** The same for the same. */
function madeOf<Source extends object, Made>(
  known: WeakMap<Source, Made>,
  source: Source,
  make: (source: Source) => Made,
): Made {
  const made = known.get(source) ?? make(source);
  known.set(source, made);
  return made;
}
