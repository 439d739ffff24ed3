import { CompiledQuery, Kysely } from 'kysely';
import { migrate } from './migrate.js';
import { runWithin } from './run-within.js';
import { createSeat } from './seat.js';
import { sqliteDialect } from './sqlite-dialect.js';
import type { Statement } from './statement.js';
import { createStorage } from './storage.js';
import { probe } from './probe.js';
import type { Tables } from './tables.js';

/** One in this version's shape with nothing in it: who opens many, one after the other, waits for its making once. */
let empty: Buffer | undefined;

/** A new database that ends with its process. */
export async function openMemory() {
  const { default: Sqlite } = await import('better-sqlite3');
  const database = new Sqlite(empty ?? ':memory:', { timeout: 0 });
  database.pragma('foreign_keys = ON');
  const storage = createStorage({ diagnose: () => 'failing', newestBackup: async () => null, canWrite: () => true });
  const seat = createSeat(database);
  const only = new Kysely<Tables>({ dialect: sqliteDialect({ seat, begin: 'begin immediate', storage }) });
  storage.probeWith(() => probe(only));
  await migrate(only);
  empty ??= database.serialize();
  return {
    file: null,
    read: only,
    write: only,
    // There is one connection, and what a transaction has written on it so far is not to be seen by others.
    lookUp: async <Values, Row>({ sql, bind }: Statement<Values, Row>, values: Values) => {
      const { rows } = await only.executeQuery<Row>(CompiledQuery.raw(sql, [...bind(values)]));
      return rows;
    },
    version: () => null,
    era: 0,
    runWithin: runWithin(seat, storage),
    storage,
    close: async () => {
      await storage.stop();
      await only.destroy();
    },
  };
}
