import { createContext, use } from 'react';
import type { BoardStore } from '../sync/board-state';

/** Today's board, for what stands on a past one. */
export const LiveStoreContext = createContext<BoardStore | null>(null);

export function useLiveStore(): BoardStore {
  const store = use(LiveStoreContext);
  if (!store) throw new Error('There is no past board around this component.');
  return store;
}
