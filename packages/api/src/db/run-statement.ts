import type { Database } from 'better-sqlite3';
import { isBusy, retryBusy } from './busy.js';
import { statementCache } from './sqlite-dialect.js';
import type { Run, Statement } from './statement.js';

/** Runs statements on this connection, at once; only where another process holds the database for a moment the caller has to wait. */
export function runOn(database: Database): Run {
  const prepare = statementCache(database);
  return <Values, Row>({ sql, bind }: Statement<Values, Row>, values: Values): Row[] | Promise<Row[]> => {
    const parameters = bind(values);
    const attempt = (): Row[] => {
      const prepared = prepare(sql);
      if (prepared.reader) return prepared.all(...parameters) as Row[];
      prepared.run(...parameters);
      return [];
    };
    try {
      return attempt();
    } catch (error) {
      if (isBusy(error)) return retryBusy(attempt);
      throw error;
    }
  };
}

/** What SQLite calls the data version: it counts the commits of all other connections. What came in one turn of the loop asks once. */
export function versionOf(database: Database): () => number | null {
  const ask = database.prepare<[], number>('pragma data_version').pluck();
  let known: number | null = null;
  let asked = false;
  return () => {
    if (asked) return known;
    asked = true;
    setImmediate(() => (asked = false));
    try {
      known = ask.get() ?? null;
    } catch (error) {
      if (!isBusy(error)) throw error;
      known = null;
    }
    return known;
  };
}
