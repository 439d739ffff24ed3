import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeOldDatabase, STEPS } from '@talkan/api/testing-old-database';

/** The database of an earlier version, with a long life behind it, and what each later version makes of its shape. */
export interface OldDatabase {
  readonly boardId: string;
  readonly changes: number;
  /** A token of the board's owner. */
  readonly token: string;
  /** The shape after this many steps. */
  readonly schemas: readonly string[];
  /** Puts it there, in place of whatever is there. */
  lay(file: string): Promise<void>;
}

const CARDS = 200;

/** @param steps how many steps of the schema it knows */
export async function prepareOldDatabase(folder: string, steps: number, changes: number): Promise<OldDatabase> {
  const schemas: string[] = [];
  for (let count = 0; count <= STEPS.length; count += 1) {
    const file = path.join(folder, `steps-${count}.db`);
    await makeOldDatabase(file, count);
    schemas.push(using(file, schemaOf));
  }
  const old = path.join(folder, `steps-${steps}.db`);
  const token = randomBytes(32).toString('base64url');
  using(old, (database) => fill(database, changes, token));
  return {
    boardId: 'board',
    changes,
    token,
    schemas,
    async lay(file) {
      for (const ending of ['-wal', '-shm']) await rm(file + ending, { force: true });
      copyFileSync(old, file);
    },
  };
}

/** All tables and indices, as they were written. */
export function schemaOf(database: DatabaseSync): string {
  const rows = database.prepare(`select name, sql from sqlite_master where name not like 'sqlite_%' order by name`);
  return JSON.stringify(rows.all());
}

/** What the first step has made, and no later one may touch: something that comes out the same for the same rows. */
export function contentOf(database: DatabaseSync): string {
  const log = `select count(*) rows, sum(seq) seqs, sum(length(operations) + length(patches)) bytes, max(change_id) last from changes`;
  const cards = `select count(*) cards, sum(length(title)) titles from cards`;
  return JSON.stringify([database.prepare(log).get(), database.prepare(cards).get()]);
}

function using<Result>(file: string, work: (database: DatabaseSync) => Result): Result {
  const database = new DatabaseSync(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

function fill(database: DatabaseSync, changes: number, token: string): void {
  const now = new Date().toISOString();
  const hash = createHash('sha256').update(token).digest('hex');
  const count = 'with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ?)';
  const run = (sql: string, ...values: (string | number)[]) => database.prepare(sql).run(...values);
  run(`insert into users values ('ann', 'ann', 'nobody signs in with it', 0, ?)`, now);
  run(`insert into sessions values (?, 'ann', ?, ?)`, hash, now, now);
  run(`insert into boards values ('board', 'OLD', 'Title ${changes}', ?, ?, ?)`, changes, CARDS, now);
  run(`insert into members values ('board', 'ann', 'owner', ?)`, now);
  run(`insert into columns values ('board', 'column', 'a0', 'Column', null)`);
  run(
    `${count} insert into cards select 'board', 'card-' || n, n, 'column', 'a0' || printf('%06d', n) || 'V', 'Card ' || n, '', null, ?, 'ann'
      from numbers`,
    CARDS,
    now,
  );
  const title = (number: string) => `'{"title":"Title ' || ${number} || '"}'`;
  run(
    `${count} insert into changes select 'board', n, 1, 'change-' || n, printf('%064d', n), 'ann', 'web', ?,
      '[{"type":"board.rename","title":"Title ' || n || '"}]',
      '[{"entity":"board","id":"board","before":' || ${title('(n - 1)')} || ',"after":' || ${title('n')} || '}]', null from numbers`,
    changes,
    now,
  );
}
