import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { filesFolder, INCOMING } from '@talkan/api/db/file-folder';

/** What is written for people who may do nothing: their failed guesses, that a member looks at a board, and what members mark for themselves. */
const LEFT_OUT = ['login_failures', 'presence', 'board_marks'];

/** What comes out the same as long as nothing has changed in any table, or in the folder with the bytes of files: table by table. */
export function digestOf(file: string): ReadonlyMap<string, string> {
  return new Map([...digestTables(file), ['the folder of files', namesIn(filesFolder(file))]]);
}

/** But for what is on its way in: whoever has hung up is noticed a moment later. */
function namesIn(folder: string): string {
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  return names
    .filter((name) => !name.startsWith(INCOMING))
    .toSorted()
    .join('\n');
}

function digestTables(file: string): Map<string, string> {
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
