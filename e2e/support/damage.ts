import { open } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';

const PAGE_BYTES = 4096;

/** Makes a page of the index of a closed database’s accounts unreadable: what a board is read from stays as it is. */
export async function damage(file: string): Promise<void> {
  const database = new DatabaseSync(file);
  const row = database.prepare("select rootpage from sqlite_schema where name = 'login_failures_by_key'").get();
  database.close();
  const handle = await open(file, 'r+');
  await handle.write(Buffer.alloc(PAGE_BYTES, 0xa5), 0, PAGE_BYTES, (Number(row?.['rootpage']) - 1) * PAGE_BYTES);
  await handle.close();
}
