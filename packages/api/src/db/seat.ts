import type { Database } from 'better-sqlite3';

/** The place of a connection, which is exchanged for another one where the disk has become another one. */
export interface Seat {
  database(): Database;
  /** To be called only while nobody else has the connection. Closes the one before. */
  replace(next: Database): void;
  /** Closing twice does nothing. */
  close(): void;
}

export function createSeat(first: Database): Seat {
  let database = first;
  return {
    database: () => database,
    replace(next) {
      database.close();
      database = next;
    },
    close: () => void database.close(),
  };
}
