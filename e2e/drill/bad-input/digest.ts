import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

/** What is written for people who may do nothing: their failed guesses, and that a member looks at a board. */
const LEFT_OUT = ['login_failures', 'presence'];

/** What comes out the same as long as nothing in any table has changed, table by table. */
export function digestOf(file: string): ReadonlyMap<string, string> {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const names = database.prepare(`select name from sqlite_master where type = 'table' order by name`).all();
    const tables = names.map(({ name }) => String(name)).filter((name) => !LEFT_OUT.includes(name));
    return new Map(
      tables.map((name) => {
        const rows = database.prepare(`select * from "${name}" order by 1, 2`).all();
        return [name, createHash('sha256').update(JSON.stringify(rows)).digest('hex')];
      }),
    );
  } finally {
    database.close();
  }
}

export function changedTables(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => before.get(name) !== after.get(name));
}
