import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database, Statement } from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import { retryBusy } from './busy.js';
import type { Seat } from './seat.js';

const STATEMENTS_KEPT = 256;
/** A whole board of 20,000 cards is written in a second or two; no request of others may have to wait for all of it. */
const LONGEST_HOLD_MS = 20;

/** What a connection is made of, and who hears of what becomes of it. */
export interface DialectOptions {
  readonly seat: Seat;
  readonly begin: 'begin' | 'begin immediate';
  readonly storage: StorageWatch;
}

export interface StorageWatch {
  /** Awaited before each write, a transaction or a statement of its own. */
  admit(): Promise<void>;
  /** The error as it is to be thrown. */
  blame(error: unknown): unknown;
  /** Something was saved. */
  saved(): void;
}

/**
 * Kysely on one better-sqlite3 connection. Unlike Kysely's own driver it begins with `begin` as given (IMMEDIATE for
 * the writer: a deferred transaction that reads first fails at once when another process wrote in between), waits for a
 * busy database without holding the event loop, and keeps prepared statements.
 */
export function sqliteDialect(options: DialectOptions): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => createDriver(options),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function createDriver({ seat, begin, storage }: DialectOptions): Driver {
  const connection = createConnection(seat, storage);
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: async () => {
      if (begin === 'begin immediate') await storage.admit();
      await connection.exec(begin);
    },
    commitTransaction: async () => {
      await connection.exec('commit');
      storage.saved();
      // A queue of transactions would otherwise run as one piece: no request, timer or other process would get its turn.
      await nextTurn();
    },
    rollbackTransaction: () => connection.exec('rollback'),
    releaseConnection: async () => {},
    destroy: async () => {
      seat.close();
    },
  };
}

interface Connection extends DatabaseConnection {
  exec(sql: 'begin' | 'begin immediate' | 'commit' | 'rollback'): Promise<void>;
}

function createConnection(seat: Seat, storage: StorageWatch): Connection {
  const prepare = statementCache(() => seat.database());
  let turnBegan = performance.now();
  /** Why SQLite has ended the transaction that Kysely still holds: what came after that would be committed by itself. */
  let ended: { readonly error: unknown } | null = null;
  let held = false;

  async function attempt<T>(work: () => T): Promise<T> {
    if (ended) throw ended.error;
    try {
      return await retryBusy(work);
    } catch (thrown) {
      const error = storage.blame(thrown);
      if (held && !seat.database().inTransaction) ended = { error };
      throw error;
    }
  }

  return {
    async exec(sql) {
      if (sql === 'rollback') {
        held = false;
        ended = null;
        // SQLite has already rolled back by itself after some failures (a full disk); the first error must be heard.
        if (!seat.database().inTransaction) return;
      }
      await attempt(() => seat.database().exec(sql));
      held = sql === 'begin' || sql === 'begin immediate';
    },
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const run = (statement: Statement): QueryResult<R> => {
        if (statement.reader) return { rows: statement.all(...parameters) as R[] };
        return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
      };
      const result = await attempt(() => {
        const statement = prepare(sql);
        return held || statement.readonly ? run(statement) : null;
      });
      if (result === null) {
        await storage.admit();
        const written = await attempt(() => run(prepare(sql)));
        storage.saved();
        return written;
      }
      // Nothing here ever waits for a disk: one query after the other would run as one piece, however many they are.
      if (held && performance.now() - turnBegan > LONGEST_HOLD_MS) {
        await nextTurn();
        turnBegan = performance.now();
      }
      return result;
    },
    streamQuery() {
      // An open cursor would lock out every other statement of this connection.
      throw new Error('Streaming a query is not supported; read it in pages.');
    },
  };
}

/** Preparing costs more than running most statements; the least recently used one goes first. */
export function statementCache(current: () => Database): (sql: string) => Statement {
  const kept = new Map<string, Statement>();
  let database = current();
  return (sql) => {
    if (current() !== database) {
      kept.clear();
      database = current();
    }
    const statement = kept.get(sql) ?? database.prepare(sql);
    kept.delete(sql);
    kept.set(sql, statement);
    if (kept.size > STATEMENTS_KEPT) {
      const [oldest] = kept.keys();
      if (oldest !== undefined) kept.delete(oldest);
    }
    return statement;
  };
}
