import type { BoardSnapshot } from '@talkan/board/model';
import type { Role } from '@talkan/board/roles';
import type { BoardStore } from '../../sync/board-state';
import { createBoardStore } from '../../sync/board-store';
import { NO_OUTBOX } from '../../sync/outbox';
import type { Transport } from '../../sync/transport';

/** The store is not started: nothing leaves it. */
const noWay: Transport = {
  load: () => Promise.reject(new Error('not called')),
  changes: () => Promise.reject(new Error('not called')),
  commit: () => Promise.reject(new Error('not called')),
  undo: () => Promise.reject(new Error('not called')),
};

/** A board's store without a server. */
export function storeOf(snapshot: BoardSnapshot, role: Role = 'editor'): BoardStore {
  return createBoardStore({ snapshot: { ...snapshot, role }, transport: noWay, outbox: NO_OUTBOX, actorId: 'me' });
}
