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

const STATEMENTS_KEPT = 256;
/** A whole board of 20,000 cards is written in a second or two; no request of others may have to wait for all of it. */
const LONGEST_HOLD_MS = 20;

/**
 * Kysely on one better-sqlite3 connection. Unlike Kysely's own driver it begins with `begin` as given (IMMEDIATE for
 * the writer: a deferred transaction that reads first fails at once when another process wrote in between), waits for a
 * busy database without holding the event loop, and keeps prepared statements.
 */
export function sqliteDialect(database: Database, begin: 'begin' | 'begin immediate'): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => createDriver(database, begin),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function createDriver(database: Database, begin: string): Driver {
  const connection = createConnection(database);
  const exec = async (sql: string) => {
    await retryBusy(() => database.exec(sql));
  };
  return {
    init: async () => {},
    acquireConnection: async () => connection,
    beginTransaction: () => exec(begin),
    commitTransaction: async () => {
      await exec('commit');
      // A queue of transactions would otherwise run as one piece: no request, timer or other process would get its turn.
      await nextTurn();
    },
    rollbackTransaction: async () => {
      // SQLite has already rolled back by itself after some failures (a full disk); the first error must be heard.
      if (database.inTransaction) await exec('rollback');
    },
    releaseConnection: async () => {},
    destroy: async () => {
      database.close();
    },
  };
}

function createConnection(database: Database): DatabaseConnection {
  const prepare = statementCache(database);
  let turnBegan = performance.now();
  return {
    async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
      const result = await retryBusy((): QueryResult<R> => {
        const statement = prepare(sql);
        if (statement.reader) return { rows: statement.all(...parameters) as R[] };
        return { rows: [], numAffectedRows: BigInt(statement.run(...parameters).changes) };
      });
      // Nothing here ever waits for a disk: one query after the other would run as one piece, however many they are.
      if (database.inTransaction && performance.now() - turnBegan > LONGEST_HOLD_MS) {
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
export function statementCache(database: Database): (sql: string) => Statement {
  const kept = new Map<string, Statement>();
  return (sql) => {
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
