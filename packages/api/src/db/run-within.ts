import { runOn } from './run-statement.js';
import type { Seat } from './seat.js';
import type { Run } from './statement.js';
import type { StorageGuard } from './storage.js';

/** Within a transaction: what came after the end of one would be committed by itself. */
export function runWithin(seat: Seat, storage: StorageGuard): Run {
  const before = () => {
    if (!seat.database().inTransaction) throw new Error('The transaction has ended.');
  };
  return runOn({ seat, before, blame: (error) => storage.blame(error) });
}
