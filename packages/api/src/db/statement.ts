import {
  type Compilable,
  DummyDriver,
  Kysely,
  type QueryCreator,
  type RawBuilder,
  sql,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { Tables } from './tables.js';

/** A query that was compiled once and is run with other values each time: to build one anew costs several times what it takes to run. */
export interface Statement<Values, Row> {
  readonly sql: string;
  /** The parameters, in the order in which the SQL wants them. */
  readonly bind: (values: Values) => readonly unknown[];
  /** For the types alone: what a row looks like. */
  readonly row?: Row;
}

/** Runs a statement. Where the database is in this process it has run when the call returns; another one may let its caller wait. */
export type Run = <Values, Row>(statement: Statement<Values, Row>, values: Values) => Row[] | Promise<Row[]>;

const compiler = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** Stands for a value that is not known yet. */
class Slot {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Compiles a query whose values come later: `statement((db, at: { id: Id }) => db.selectFrom('users').selectAll().where('id', '=', at.id))`.
 * @param build takes each of its values from `at`, by name, and does nothing else with it
 */
export function statement<Values extends object, Row>(
  build: (db: QueryCreator<Tables>, at: Values) => Compilable<Row>,
): Statement<Values, Row> {
  const at = new Proxy({}, { get: (_, name) => new Slot(String(name)) });
  const { sql: text, parameters } = build(compiler, at as Values).compile();
  return {
    sql: text,
    bind: (values) => parameters.map((part) => (part instanceof Slot ? values[part.name as keyof Values] : part)),
  };
}

/**
 * A value that a join is to be looked up by. SQLite plans a joining statement anew each time that a value is bound to it, which takes
 * ten times as long as running it; what a value is that it must ask for first, it does not look at.
 */
export function unplanned<Value>(value: Value): RawBuilder<Value> {
  return sql<Value>`(select ${value})`;
}

/** One that has no values, as SQL. */
export function plainStatement(text: string): Statement<object, never> {
  return { sql: text, bind: () => [] };
}
