import Sqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { migrate, MIGRATIONS } from './db/migrate.js';
import { createSeat } from './db/seat.js';
import { sqliteDialect } from './db/sqlite-dialect.js';
import type { Tables } from './db/tables.js';

/** The names of all steps of the schema, in order. */
export const STEPS: readonly string[] = [...MIGRATIONS.keys()];

/** Makes an empty database as a Talkan left it that knew only the first `steps` of them. */
export async function makeOldDatabase(file: string, steps: number): Promise<void> {
  const database = new Sqlite(file);
  database.pragma('journal_mode = WAL');
  const storage = { admit: async () => {}, blame: (error: unknown) => error, saved: () => {} };
  const db = new Kysely<Tables>({
    dialect: sqliteDialect({ seat: createSeat(database), begin: 'begin immediate', storage }),
  });
  await migrate(db, new Map([...MIGRATIONS].slice(0, steps)));
  await db.destroy();
}
