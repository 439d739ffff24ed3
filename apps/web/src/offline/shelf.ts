import type { Owner } from '../sync/outbox';
import { startingWith, whenFound, type Database } from './database';
import { isKeptChange, type KeptChange } from './kept-change';
import type { Shelf } from './queue';

/** The shelf of a browser: IndexedDB. */
export function createShelf(database: Database): Shelf {
  return {
    list(owner) {
      return database.run('changes', 'readonly', (store) => {
        const found: KeptChange[] = [];
        whenFound(entriesOf(store, owner), (entries) => found.push(...entries.filter(isKeptChange)));
        return found;
      });
    },
    put(entry) {
      return database.run('changes', 'readwrite', (store) => {
        store.put(entry);
        // Without waiting for an answer that a page which is being left would not hear.
        store.transaction.commit();
      });
    },
    remove(changeId) {
      return database.run('changes', 'readwrite', (store) => void store.delete(changeId));
    },
    claim(owner, { from, to }) {
      return database.run('changes', 'readwrite', (store) => {
        const claimed: KeptChange[] = [];
        whenFound(entriesOf(store, owner), (entries) => {
          for (const entry of entries.filter(isKeptChange)) {
            if (!from.has(entry.page)) continue;
            claimed.push(entry);
            store.put({ ...entry, page: to });
          }
        });
        return claimed;
      });
    },
  };
}

function entriesOf(store: IDBObjectStore, { userId, boardId }: Owner): IDBRequest<unknown[]> {
  return store.index('queue').getAll(startingWith(userId, boardId));
}
