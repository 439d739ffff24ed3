import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Database } from 'better-sqlite3';
import { Kysely, type Transaction } from 'kysely';
import { retryBusy } from './busy.js';
import { migrate } from './migrate.js';
import { sqliteDialect } from './sqlite-dialect.js';
import type { Tables } from './tables.js';

const LEAST_NODE = 22;

/** One database, opened. Inside a transaction use nothing but the transaction: `read` and `write` would wait for its end for ever. */
export interface Db {
  /** Sees what is committed, and cannot write. In memory it is the same connection as `write`. */
  readonly read: Kysely<Tables>;
  readonly write: Kysely<Tables>;
  close(): Promise<void>;
}
export type Trx = Transaction<Tables>;
/** Where a query can run: a connection or a transaction. */
export type Queries = Kysely<Tables>;

/**
 * Opens the database and brings it to this version's shape.
 * @param url `file:data/talkan.db` (relative to the working directory), `file:///var/lib/talkan.db` or `:memory:`
 * @throws an Error with a sentence for whoever starts the server
 */
export async function openDatabase(url: string): Promise<Db> {
  guardNode();
  const path = pathOf(url);
  const db = path === ':memory:' ? await openMemory() : await openFile(path);
  try {
    await migrate(db.write);
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}

/** Runs `work` in one transaction that holds the write lock from its first moment. A throw rolls all of it back. */
export function writeTransaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
  return db.write.transaction().execute(work);
}

/** Runs `work` on one unchanging view of the database. */
export function readTransaction<T>(db: Db, work: (trx: Trx) => Promise<T>): Promise<T> {
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
  return { read: only, write: only, close: () => only.destroy() };
}

async function openFile(path: string): Promise<Db> {
  const { writer, reader } = await connect(path).catch((error: unknown) => {
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
    close: async () => {
      // Kysely closes only what it has used.
      await read.destroy();
      reader.close();
      // Last, so that it folds the write-ahead log back into the file.
      await write.destroy();
      writer.close();
    },
  };
}

async function connect(path: string): Promise<{ writer: Database; reader: Database }> {
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
    const reader = await retryBusy(() => new Sqlite(path, { timeout: 0, readonly: true }));
    return { writer, reader };
  } catch (error) {
    writer.close();
    throw error;
  }
}
