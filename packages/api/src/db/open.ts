import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Kysely, Transaction } from 'kysely';
import { lockDatabase } from './database-lock.js';
import { openFile } from './open-file.js';
import { openMemory } from './open-memory.js';
import type { Run } from './statement.js';
import type { Storage } from './storage.js';
import type { Tables } from './tables.js';

const LEAST_NODE = 22;
/** As long as a database that is being restored is waited for. */
const RESTORE_PATIENCE_MS = 5_000;

/** One database, opened. Inside a transaction use nothing but the transaction: `read` and `write` would wait for its end for ever. */
export interface Db {
  /** Absolute path of the file; null: in memory. */
  readonly file: string | null;
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
  /**
   * Another number after each restore. Boards then count on from another past: what somebody knows by the number of a change from before
   * may be another change now.
   */
  readonly era: number;
  /** What `Trx.run` does within a transaction of `write`. */
  readonly runWithin: Run;
  /** Whether what is written can be saved. */
  readonly storage: Storage;
  close(): Promise<void>;
}

/** A transaction that writes. `run` is the quick way for a statement that runs again and again. */
export type Trx = Transaction<Tables> & { readonly run: Run };

/** Where a query can run: a connection or a transaction. */
export type Queries = Kysely<Tables>;

export interface OpenOptions {
  /**
   * Where the backups lie by which a damaged file can be restored; one is made there before the database's shape changes. `null` or
   * left out: none is made.
   */
  readonly backups?: { readonly folder?: string } | null;
}

/**
 * Opens the database and brings it to this version's shape. Where the disk does not let anything be written it can be read; whether
 * a file is sound is found out afterwards, and only writes wait for that.
 * @param url `file:data/talkan.db` (relative to the working directory), `file:///var/lib/talkan.db` or `:memory:`
 * @throws an Error with a sentence for whoever starts the server
 */
export async function openDatabase(url: string, { backups = null }: OpenOptions = {}): Promise<Db> {
  guardNode();
  const path = pathOf(url);
  return path === ':memory:' ? openMemory() : openInUse(path, backups);
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

/** As long as it is open, nobody replaces the file. */
async function openInUse(path: string, backups: OpenOptions['backups']): Promise<Db> {
  const release = await lockDatabase({ databaseFile: path, hold: 'use', patience: RESTORE_PATIENCE_MS });
  if (release === null) {
    throw new Error(`The database file ${path} is just being restored. Start Talkan when that is done.`);
  }
  try {
    const db = await openFile(path, backups);
    return { ...db, file: path, close: () => db.close().finally(release) };
  } catch (error) {
    release();
    throw error;
  }
}
