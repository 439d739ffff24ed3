import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { runTask } from './backup-task.js';
import { backupFolder, backupName, isBackupPart, listBackups, thin, type Backup, type BackupKind } from './backups.js';
import { lockDatabase } from './database-lock.js';
import { copyFiles, keepOnly } from './file-copies.js';
import { filesFolder } from './file-folder.js';
import { FileProblem, reasonDamaged, reasonNotWritten } from './file-problem.js';
import { exists, giveToOwner, isFolder, syncFile, syncFolder } from './files.js';

/** How long a person's backup waits for another one to end. */
const PATIENCE_MS = 60_000;

export interface BackupPlace {
  readonly databaseFile: string;
  /** Left out: `backups` beside the database. */
  readonly folder?: string;
}

/** A backup that was made. */
export type Made = Pick<Backup, 'file' | 'bytes'> & {
  /** Files on cards whose bytes were not there to be copied. */
  readonly lost: number;
};

/**
 * Makes a backup while others write: it holds all that was acknowledged before. The files on cards lie beside it, in a folder that all backups share.
 * @param to a folder in place of the usual one, or the name of a file that is to be made
 * @throws FileProblem
 */
export async function backUp(place: BackupPlace, to?: string): Promise<Made> {
  if (!(await exists(place.databaseFile))) {
    throw new FileProblem(
      `There is no database ${place.databaseFile}. Start Talkan once, or set DATABASE_URL to where it is.`,
    );
  }
  const backup = await duringUpkeep(place, PATIENCE_MS, async () => {
    if (to === undefined) return writeBackup(place, 'manual');
    return (await isFolder(to)) ? writeBackup({ ...place, folder: to }, 'manual') : writeTo(place, to);
  });
  if (backup !== null) return backup;
  throw new FileProblem('Another backup of this database is being made. Wait until it is done, then try again.');
}

/**
 * Makes the daily backup, if `isDue` says so of the time of the last one; null where it is not due, or where another process is about it.
 * @throws FileProblem
 */
export async function backUpDaily(
  place: BackupPlace,
  isDue: (last: number | null) => boolean,
): Promise<(Backup & Made) | null> {
  const stillDue = async () => isDue(await lastDaily(place));
  if (!(await stillDue())) return null;
  return duringUpkeep(place, 0, async () => ((await stillDue()) ? writeBackup(place, 'daily') : null));
}

async function lastDaily({ databaseFile, folder }: BackupPlace): Promise<number | null> {
  const backups = await listBackups(databaseFile, folder);
  // One from a clock that was ahead must not stand for the days until then.
  return backups.find(({ kind, at }) => kind === 'daily' && at <= Date.now())?.at ?? null;
}

/** Runs `work` while nobody else makes a backup of this database; null where somebody does for longer than `patience` milliseconds. */
export async function duringUpkeep<T>(
  { databaseFile }: BackupPlace,
  patience: number,
  work: () => Promise<T>,
): Promise<T | null> {
  const release = await lockDatabase({ databaseFile, hold: 'upkeep', patience });
  if (release === null) return null;
  try {
    return await work();
  } finally {
    release();
  }
}

/**
 * To be called within `duringUpkeep`. What has its final name is whole, checked, and on the disk.
 * @throws FileProblem
 */
export async function writeBackup({ databaseFile, folder }: BackupPlace, kind: BackupKind): Promise<Backup & Made> {
  const place = backupFolder(databaseFile, folder);
  try {
    const made = await mkdir(place, { recursive: true, mode: 0o700 });
    if (made !== undefined) await giveToOwner(place, databaseFile);
    await removeParts(databaseFile, place);
    const mark = await freeMark(databaseFile, place, kind);
    const file = join(place, backupName(databaseFile, mark));
    const lost = await writeWhole(databaseFile, { file, files: filesFolder(databaseFile, place) });
    if (kind !== 'manual') await removeOld(databaseFile, place);
    return { ...mark, file, bytes: (await stat(file)).size, lost };
  } catch (error) {
    throw problemOf(error, { databaseFile, place });
  }
}

async function writeTo({ databaseFile }: BackupPlace, file: string): Promise<Made> {
  if (await exists(file))
    throw new FileProblem(`There is a file ${file} already. Name one that is to be made, or a folder.`);
  try {
    const lost = await writeWhole(databaseFile, { file, files: filesFolder(file) });
    return { file, bytes: (await stat(file)).size, lost };
  } catch (error) {
    throw problemOf(error, { databaseFile, place: dirname(file) });
  }
}

interface Target {
  readonly file: string;
  /** The folder for the files on cards. */
  readonly files: string;
}

async function writeWhole(databaseFile: string, { file, files: folder }: Target): Promise<number> {
  const part = `${file}.part`;
  try {
    // Made here, so that nobody else on the machine can read it.
    await (await open(part, 'wx', 0o600)).close();
    const { problems, migrations, files } = await runTask({ task: 'copy', from: databaseFile, to: part });
    if (problems.length > 0)
      throw new FileProblem(
        `${databaseFile} is damaged (${problems.join('; ')}). No backup was made; the earlier ones are kept.`,
      );
    if (migrations === null) throw new FileProblem(`${databaseFile} is not a database of Talkan. No backup was made.`);
    // Before it has its name: what has one is whole. One that is gone by now was deleted for ever meanwhile, or lost before: no reason to have no backup.
    const lost = await copyFiles({ files, from: [filesFolder(databaseFile)], to: folder, databaseFile });
    await giveToOwner(part, databaseFile);
    await syncFile(part);
    await rename(part, file);
    await syncFolder(file);
    return lost;
  } catch (error) {
    await rm(part, { force: true });
    await rm(`${part}-journal`, { force: true });
    throw error;
  }
}

/** Two within one second must not be one. */
async function freeMark(databaseFile: string, place: string, kind: BackupKind): Promise<Pick<Backup, 'at' | 'kind'>> {
  for (let at = Math.floor(Date.now() / 1000) * 1000; ; at += 1000) {
    const mark = { at, kind };
    if (!(await exists(join(place, backupName(databaseFile, mark))))) return mark;
  }
}

/** What a process has left that was killed while it made one. */
async function removeParts(databaseFile: string, place: string): Promise<void> {
  const parts = (await readdir(place)).filter((name) => isBackupPart(databaseFile, name));
  await Promise.all(parts.map((name) => rm(join(place, name), { force: true })));
}

async function removeOld(databaseFile: string, place: string): Promise<void> {
  const old = thin(await listBackups(databaseFile, place), Date.now());
  // What cannot be removed now is tried again after the next one: the new one is made all the same.
  await Promise.allSettled(old.map(({ file }) => rm(file)));
  await removeOldFiles(databaseFile, place);
}

/** Files that no backup has any more. As long as one cannot be read nobody knows what it has, and all stay. */
async function removeOldFiles(databaseFile: string, place: string): Promise<void> {
  const folder = filesFolder(databaseFile, place);
  if (!(await exists(folder))) return;
  const copies = (await listBackups(databaseFile, place)).map(({ file }) => file);
  const listed = await runTask({ task: 'list', copies }).catch(() => null);
  if (listed !== null) await keepOnly(folder, new Set(listed.files));
}

function problemOf(error: unknown, about: { databaseFile: string; place: string }): FileProblem {
  if (error instanceof FileProblem) return error;
  const damaged = reasonDamaged(error);
  if (damaged !== null) {
    return new FileProblem(`No backup was made of ${about.databaseFile}: ${damaged}. The earlier ones are kept.`, {
      cause: error,
    });
  }
  const reason = reasonNotWritten(error, about.place) ?? String(error instanceof Error ? error.message : error);
  return new FileProblem(`No backup of ${basename(about.databaseFile)} was made. ${reason}`, { cause: error });
}
