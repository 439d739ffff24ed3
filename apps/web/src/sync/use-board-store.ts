import { use, useSyncExternalStore } from 'react';
import { BoardContext } from './board-context';
import type { BoardState, BoardStore } from './board-state';

export function useBoardStore(): BoardStore {
  const store = use(BoardContext);
  if (!store) throw new Error('There is no board around this component: wrap it in BoardProvider.');
  return store;
}

export function useBoardState(): BoardState {
  const store = useBoardStore();
  return useSyncExternalStore(store.subscribe, store.getState);
}

/**
 * A part of the board's state. The component is drawn again only when the part becomes another one by `Object.is`: select what keeps its
 * identity (a card, a column's list), or a primitive, and nothing made on the spot.
 */
export function useBoardPart<Part>(select: (state: BoardState) => Part): Part {
  const store = useBoardStore();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
