import { snapshotOf } from '../../board/testing/board-of';
import type { BoardStore } from '../../sync/board-state';
import { createBoardStore } from '../../sync/board-store';
import { NO_OUTBOX } from '../../sync/outbox';
import type { Transport } from '../../sync/transport';

const noWay: Transport = {
  load: () => Promise.reject(new Error('not called')),
  changes: () => Promise.reject(new Error('not called')),
  commit: () => Promise.reject(new Error('not called')),
  undo: () => Promise.reject(new Error('not called')),
};

/** The store of a board with these lanes. It is not started: nothing leaves it. */
export function stillStore(lanes: Record<string, string>): BoardStore {
  const snapshot = { ...snapshotOf(lanes), role: 'editor' as const };
  return createBoardStore({ snapshot, transport: noWay, outbox: NO_OUTBOX, actorId: 'me' });
}
