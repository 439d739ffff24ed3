import { constants } from 'node:fs';
import { access, chmod, copyFile, open, realpath, rename, stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { runTask } from './backup-task.js';
import { lockDatabase } from './database-lock.js';
import { beginEra } from './era.js';
import { copyFiles, filesIn } from './file-copies.js';
import { filesFolder, replacedFiles, stemOfBackup } from './file-folder.js';
import { codeOf, FileProblem, reasonDamaged, reasonNotWritten } from './file-problem.js';
import { MIGRATIONS } from './migrate.js';
import { putAside, putBack } from './put-aside.js';
import { copyLog, giveToOwner, removeAll, syncFile, syncFolder } from './files.js';

export interface Restoring {
  readonly databaseFile: string;
  /** The file to restore: a backup, or any other copy of a database of Talkan. */
  readonly from: string;
  readonly now?: number;
}

export interface Restored {
  /** Where the database from before is now; null: there was none. */
  readonly replaced: string | null;
  /** Files on cards that were found nowhere: they are missing now. */
  readonly lost: number;
}

const RUNNING =
  'Talkan is running on this database, so nothing was restored: it would go on writing to the old one. Stop it, then try again.';
/**
 * Puts a copy of `from` in the database's place and keeps what was there. The copy is checked first; until then, and wherever this
 * fails, the database stays as it is. Sign-ins and open invitations of that time end: since then they may have been ended for a reason.
 * @throws FileProblem
 */
export async function restoreBackup({ databaseFile, from, now = Date.now() }: Restoring): Promise<Restored> {
  await refuseUnfit(from, databaseFile);
  const release = await lockDatabase({ databaseFile, hold: 'alone', patience: 0 });
  if (release === null) throw new FileProblem(RUNNING);
  const copy = `${databaseFile}.restoring`;
  try {
    await removeAll(copy);
    await copyWhole(from, copy, databaseFile);
    const files = await refuseDamaged(from, copy);
    await beginAnew(copy, new Date(now).toISOString());
    await syncFile(copy);
    // Before the database: more than it knows of does no harm.
    const lost = await bringFiles({ databaseFile, from }, files);
    const replaced = await putAside(databaseFile, now);
    if (replaced !== null) await keepReplacedFiles(databaseFile, replaced);
    await rename(copy, databaseFile).catch((error: unknown) => putBack(databaseFile, replaced, error));
    await syncFolder(databaseFile);
    return { replaced, lost };
  } catch (error) {
    await removeAll(copy);
    throw problemOf(error, databaseFile);
  } finally {
    release();
  }
}

async function refuseUnfit(from: string, databaseFile: string): Promise<void> {
  const about = await stat(from).catch((error: unknown) => {
    throw new FileProblem(
      codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR'
        ? `There is no file ${from}.`
        : `The file ${from} cannot be read by the user that runs this.`,
      { cause: error },
    );
  });
  if (!about.isFile()) throw new FileProblem(`${from} is not a file.`);
  const same = (await realpath(from)) === (await realpath(databaseFile).catch(() => null));
  if (same) throw new FileProblem(`${from} is the database itself. Name a backup of it.`);
  await access(from, constants.R_OK).catch((error: unknown) => {
    throw new FileProblem(`The file ${from} cannot be read by the user that runs this.`, { cause: error });
  });
}

async function copyWhole(from: string, copy: string, databaseFile: string): Promise<void> {
  // Made here, so that nobody else on the machine can read it, whatever the modes of what is copied.
  await (await open(copy, 'wx', 0o600)).close();
  await copyFile(from, copy);
  await chmod(copy, 0o600);
  await giveToOwner(copy, databaseFile);
  // A copy that somebody made by hand may have a part of its changes beside it.
  await copyLog(from, copy);
}

/** Resolves with the files on its cards. */
async function refuseDamaged(from: string, copy: string): Promise<readonly string[]> {
  const { problems, migrations, files } = await runTask({ task: 'inspect', file: copy }).catch((error: unknown) => {
    const damaged = reasonDamaged(error);
    throw damaged === null ? error : new FileProblem(`${from} cannot be restored: ${damaged}.`, { cause: error });
  });
  if (problems.length > 0) throw new FileProblem(`${from} cannot be restored: it is damaged (${problems.join('; ')}).`);
  if (migrations === null || migrations.length === 0)
    throw new FileProblem(`${from} cannot be restored: it is not a database of Talkan.`);
  const unknown = migrations.find((name) => !MIGRATIONS.has(name));
  if (unknown !== undefined) {
    throw new FileProblem(
      `${from} cannot be restored by this version: a newer Talkan wrote it (it has the step “${unknown}”). Use that version or a later one.`,
    );
  }
  return files;
}

/** Gets the files that are not there any more from where the copy has them. */
function bringFiles({ databaseFile, from }: Pick<Restoring, 'databaseFile' | 'from'>, files: readonly string[]) {
  const stem = stemOfBackup(basename(from));
  const beside = [filesFolder(from), replacedFiles(from), filesFolder(databaseFile, dirname(from))];
  const folders = stem === null ? beside : [filesFolder(stem, dirname(from)), ...beside];
  return copyFiles({ files, from: folders, to: filesFolder(databaseFile), databaseFile });
}

/** What was put aside keeps its files, too: those that only it knows would be swept away. */
async function keepReplacedFiles(databaseFile: string, replaced: string): Promise<void> {
  const folder = filesFolder(databaseFile);
  await copyFiles({ files: await filesIn(folder), from: [folder], to: replacedFiles(replaced), databaseFile });
}

async function beginAnew(copy: string, now: string): Promise<void> {
  const { default: Sqlite } = await import('better-sqlite3');
  const database = new Sqlite(copy, { fileMustExist: true });
  try {
    database.pragma('secure_delete = ON');
    beginEra(database);
    const tables = new Set(database.prepare("select name from sqlite_schema where type = 'table'").pluck().all());
    if (tables.has('sessions')) database.exec('delete from sessions');
    if (tables.has('presence')) database.exec('delete from presence');
    if (tables.has('invitations')) {
      database.prepare('update invitations set revoked_at = ? where revoked_at is null and used_at is null').run(now);
    }
  } finally {
    database.close();
  }
}

function problemOf(error: unknown, databaseFile: string): FileProblem {
  if (error instanceof FileProblem) return error;
  const reason =
    reasonNotWritten(error, dirname(databaseFile)) ?? String(error instanceof Error ? error.message : error);
  return new FileProblem(`Nothing was restored. ${reason}`, { cause: error });
}
