import { link, rename, rm } from 'node:fs/promises';
import { codeOf, FileProblem, reasonDamaged } from './file-problem.js';
import { copyLog, exists, removeAll } from './files.js';

const IN_USE =
  'Another program has this database open, so nothing was restored. Close it (a Talkan, or a tool that reads databases), then try again.';

/** Gives the database a name beside its own, with all that belongs to it, and leaves it where it is, too. */
export async function putAside(databaseFile: string, now: number): Promise<string | null> {
  if (!(await exists(databaseFile))) {
    // A log without its database would be taken for the restored one's.
    await removeAll(databaseFile);
    return null;
  }
  const replaced = await freeName(databaseFile, now);
  // SQLite throws away a log that it can make nothing of; beside a damaged database it may hold what somebody can still save.
  await copyLog(databaseFile, replaced);
  const folded = await foldLog(databaseFile).catch(async (error: unknown) => {
    await rm(`${replaced}-wal`, { force: true });
    throw error;
  });
  if (folded) await rm(`${replaced}-wal`, { force: true });
  // What could not be folded in goes first: nothing may be left that SQLite would apply to the restored file.
  for (const suffix of ['-wal', '-journal']) {
    if (await exists(`${databaseFile}${suffix}`)) await rename(`${databaseFile}${suffix}`, `${replaced}${suffix}`);
  }
  await rm(`${databaseFile}-shm`, { force: true });
  // A second name for it, so that there is never a moment without a database; not every file system can.
  await link(databaseFile, replaced).catch(() => rename(databaseFile, replaced));
  return replaced;
}

/** Undoes that, where the restored one could not be put in its place after all. */
export async function putBack(databaseFile: string, replaced: string | null, error: unknown): Promise<never> {
  if (replaced !== null) await ((await exists(databaseFile)) ? rm(replaced) : rename(replaced, databaseFile));
  throw error;
}

/** Brings what waits in the write-ahead log into the file, which only whoever has it alone can; whether it could be done. */
async function foldLog(databaseFile: string): Promise<boolean> {
  const { default: Sqlite } = await import('better-sqlite3');
  const database = new Sqlite(databaseFile, { timeout: 0 });
  try {
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = DELETE');
    return true;
  } catch (error) {
    // One that is damaged, or none at all, is put aside as it is.
    if (reasonDamaged(error) !== null) return false;
    throw codeOf(error).startsWith('SQLITE_BUSY') ? new FileProblem(IN_USE, { cause: error }) : error;
  } finally {
    database.close();
  }
}

/** `talkan.db.replaced-2026-11-24T18-37-00Z`. */
async function freeName(databaseFile: string, now: number): Promise<string> {
  for (let at = now; ; at += 1000) {
    const name = `${databaseFile}.replaced-${new Date(at).toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
    if (!(await exists(name))) return name;
  }
}
