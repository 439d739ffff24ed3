import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';
import { CompiledQuery, Kysely, type Transaction } from 'kysely';
import { retryBusy } from './busy.js';
import { lockDatabase } from './database-lock.js';
import { migrate } from './migrate.js';
import { runOn, versionOf } from './run-statement.js';
import { sqliteDialect } from './sqlite-dialect.js';
import type { Run, Statement } from './statement.js';
import type { Tables } from './tables.js';
import { upgrade } from './upgrade.js';

const LEAST_NODE = 22;
/** As long as a database that is being restored is waited for. */
const RESTORE_PATIENCE_MS = 5_000;

/** One database, opened. Inside a transaction use nothing but the transaction: `read` and `write` would wait for its end for ever. */
export interface Db {
  /** Sees what is committed, and cannot write. In memory it is the same connection as `write`. */
  readonly read: Kysely<Tables>;
  readonly write: Kysely<Tables>;
  /** Runs one statement that reads, outside of any transaction: it sees the last commit. */
  readonly lookUp: Run;
  /**
   * Another number whenever anything was committed, by whomever; asked for again in each turn of the loop. `null`: not known, and what
   * was read is to be read again.
   */
  readonly version: () => number | null;
  /** What `Trx.run` does within a transaction of `write`. */
  readonly runWithin: Run;
  close(): Promise<void>;
}
/** A transaction that writes. `run` is the quick way for a statement that runs again and again. */
export type Trx = Transaction<Tables> & { readonly run: Run };
export interface OpenOptions {
  /** Where a backup is made before the database's shape changes; `null` or left out: none is made. */
  readonly backups?: { readonly folder?: string } | null;
}
/** Where a query can run: a connection or a transaction. */
export type Queries = Kysely<Tables>;

/**
 * Opens the database and brings it to this version's shape.
 * @param url `file:data/talkan.db` (relative to the working directory), `file:///var/lib/talkan.db` or `:memory:`
 * @throws an Error with a sentence for whoever starts the server
 */
export async function openDatabase(url: string, { backups = null }: OpenOptions = {}): Promise<Db> {
  guardNode();
  const path = pathOf(url);
  const inMemory = path === ':memory:';
  const db = inMemory ? await openMemory() : await openInUse(path);
  try {
    await (inMemory || backups === null ? migrate(db.write) : upgrade(db.write, { databaseFile: path, ...backups }));
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}

/** Runs `work` in one transaction that holds the write lock from its first moment. A throw rolls all of it back. */
export function writeTransaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.write.transaction().execute((trx) => work(Object.assign(trx, { run: db.runWithin })));
}

/** Runs `work` on one unchanging view of the database. */
export function readTransaction<T>(db: Db, work: (trx: Queries) => Promise<T>): Promise<T> {
  return db.read.transaction().execute(work);
}

// The SQLite module crashes the process on an older Node instead of saying why, so it is imported only after this.
function guardNode(): void {
  const major = Number.parseInt(process.versions.node, 10);
  if (major >= LEAST_NODE) return;
  throw new Error(
    `Talkan needs Node.js ${LEAST_NODE} or newer; this is ${process.versions.node}. Start it with “npm start”, which brings its own.`,
  );
}

function pathOf(url: string): string {
  if (url === ':memory:' || url === 'file::memory:') return ':memory:';
  if (/^postgres(ql)?:/.test(url)) {
    throw new Error(
      'PostgreSQL is not supported yet. Set DATABASE_URL to a file, such as file:data/talkan.db, or leave it out.',
    );
  }
  if (!url.startsWith('file:') || url === 'file:') {
    throw new Error('DATABASE_URL is not a file. Set it to one, such as file:data/talkan.db, or leave it out.');
  }
  return url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length));
}

async function openMemory(): Promise<Db> {
  const { default: Sqlite } = await import('better-sqlite3');
  const database = new Sqlite(':memory:', { timeout: 0 });
  database.pragma('foreign_keys = ON');
  const only = new Kysely<Tables>({ dialect: sqliteDialect(database, 'begin immediate') });
  return {
    read: only,
    write: only,
    // There is one connection, and what a transaction has written on it so far is not to be seen by others.
    lookUp: async <Values, Row>({ sql, bind }: Statement<Values, Row>, values: Values) => {
      const { rows } = await only.executeQuery<Row>(CompiledQuery.raw(sql, [...bind(values)]));
      return rows;
    },
    version: () => null,
    runWithin: runOn(database),
    close: () => only.destroy(),
  };
}

/** As long as it is open, nobody replaces the file. */
async function openInUse(path: string): Promise<Db> {
  const release = await lockDatabase({ databaseFile: path, hold: 'use', patience: RESTORE_PATIENCE_MS });
  if (release === null) {
    throw new Error(`The database file ${path} is just being restored. Start Talkan when that is done.`);
  }
  try {
    const db = await openFile(path);
    return { ...db, close: () => db.close().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}

async function openFile(path: string): Promise<Db> {
  const { writer, reader, instant } = await connect(path).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The database file ${path} could not be opened: ${reason}. Check DATABASE_URL and the file’s owner.`,
      {
        cause: error,
      },
    );
  });
  const write = new Kysely<Tables>({ dialect: sqliteDialect(writer, 'begin immediate') });
  const read = new Kysely<Tables>({ dialect: sqliteDialect(reader, 'begin') });
  return {
    read,
    write,
    lookUp: runOn(instant),
    version: versionOf(instant),
    runWithin: runOn(writer),
    close: async () => {
      instant.close();
      // Kysely closes only what it has used.
      await read.destroy();
      reader.close();
      // Last, so that it folds the write-ahead log back into the file.
      await write.destroy();
      writer.close();
    },
  };
}

interface Connections {
  readonly writer: Database;
  /** For transactions that read: they may last for some turns of the loop, and what they see grows old meanwhile. */
  readonly reader: Database;
  /** For single statements. */
  readonly instant: Database;
}

async function connect(path: string): Promise<Connections> {
  const { default: Sqlite } = await import('better-sqlite3');
  await mkdir(dirname(path), { recursive: true });
  // Made here, so that nobody else on the machine can read it; SQLite gives its other files the same mode.
  await (await open(path, 'a', 0o600)).close();
  const writer = new Sqlite(path, { timeout: 0 });
  try {
    await retryBusy(() => writer.pragma('journal_mode = WAL'));
    // In WAL mode the module itself chooses NORMAL, which can lose what was acknowledged when the power fails.
    writer.pragma('synchronous = FULL');
    writer.pragma('foreign_keys = ON');
    // What is deleted for ever is not to be read in the file’s free pages.
    writer.pragma('secure_delete = ON');
    const openReader = () => retryBusy(() => new Sqlite(path, { timeout: 0, readonly: true }));
    return { writer, reader: await openReader(), instant: await openReader() };
  } catch (error) {
    writer.close();
    throw error;
  }
}
