import { isBusy, retryBusy } from './busy.js';
import type { Seat } from './seat.js';
import { statementCache } from './sqlite-dialect.js';
import type { Run, Statement } from './statement.js';

export interface RunOptions {
  readonly seat: Seat;
  /** Called before each statement, at once. */
  readonly before?: () => void;
  /** The error as it is to be thrown. */
  readonly blame: (error: unknown) => unknown;
}

/** Runs statements on this connection, at once; only where another process holds the database for a moment the caller has to wait. */
export function runOn({ seat, before, blame }: RunOptions): Run {
  const prepare = statementCache(() => seat.database());
  return <Values, Row>({ sql, bind }: Statement<Values, Row>, values: Values): Row[] | Promise<Row[]> => {
    const parameters = bind(values);
    const attempt = (): Row[] => {
      before?.();
      const prepared = prepare(sql);
      if (prepared.reader) return prepared.all(...parameters) as Row[];
      prepared.run(...parameters);
      return [];
    };
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error)) throw blame(error);
      return retryBusy(attempt).catch((again: unknown) => {
        throw blame(again);
      });
    }
  };
}

/** More than one connection counts: 32 bits. */
const CONNECTION_COMMITS = 2 ** 32;

/** What SQLite calls the data version: it counts the commits of all other connections. What came in one turn of the loop asks once. */
export function versionOf(seat: Seat): () => number | null {
  const prepare = statementCache(() => seat.database());
  let known: number | null = null;
  let asked = false;
  let database = seat.database();
  /** Each connection counts for itself: no number may come up again. */
  let before = 0;
  return () => {
    if (seat.database() !== database) {
      database = seat.database();
      before += CONNECTION_COMMITS;
      asked = false;
    }
    if (asked) return known;
    asked = true;
    setImmediate(() => (asked = false));
    try {
      const [row] = prepare('pragma data_version').raw().all() as [number][];
      known = row ? before + row[0] : null;
    } catch (error) {
      if (!isBusy(error)) throw error;
      known = null;
    }
    return known;
  };
}
