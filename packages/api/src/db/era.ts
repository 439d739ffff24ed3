import { randomInt } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** What SQLite has room for. */
const ERAS = 2 ** 31;

// A number in the file's head that SQLite keeps for whoever uses it: a backup holds it as well, and no table has to change for it.
export function eraOf(database: Database): number {
  return Number(database.pragma('user_version', { simple: true }));
}

/** See `Db.era`. */
export function beginEra(database: Database): void {
  database.pragma(`user_version = ${randomInt(1, ERAS)}`);
}
