import { startingWith, whenFound, type Database } from './database';
import { isKeptChange } from './kept-change';

/** Removes what was refused, and leaves what waits to be sent. */
export function dropRefused(database: Database, userId: string): Promise<void> {
  return database.run('changes', 'readwrite', (store) => {
    whenFound(store.index('queue').getAll(startingWith(userId)), (entries: unknown[]) => {
      for (const entry of entries) if (isKeptChange(entry) && 'refusal' in entry.change) store.delete(entry.changeId);
    });
  });
}
