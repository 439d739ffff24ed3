import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { codeOf, FileProblem } from './file-problem.js';

/** Why it was made: by the clock, by a person, or before the migration of this name. */
export type BackupKind = 'daily' | 'manual' | `before-${string}`;

export interface BackupMark {
  /** Milliseconds since 1970, whole seconds. */
  readonly at: number;
  readonly kind: BackupKind;
}

export interface Backup extends BackupMark {
  /** Absolute where the database's path is. */
  readonly file: string;
  readonly bytes: number;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const DAYS_KEPT = 7;
const WEEKS_KEPT = 4;
const UPGRADES_KEPT = 3;

/** Where a database's backups lie, unless the host names another folder. */
export function backupFolder(databaseFile: string, folder?: string): string {
  return folder ?? join(dirname(databaseFile), 'backups');
}

/** `talkan-2026-11-24T03-00-05Z-daily.db`: by name is by time, and it can be a file's name on every system. */
export function backupName(databaseFile: string, { at, kind }: BackupMark): string {
  const time = new Date(at).toISOString().slice(0, 19).replaceAll(':', '-');
  return `${stem(databaseFile)}-${time}Z-${kind}.db`;
}

/** What the name of a backup of this database says, or null: it is none. */
export function readBackupName(databaseFile: string, name: string): BackupMark | null {
  const prefix = `${stem(databaseFile)}-`;
  if (!name.startsWith(prefix)) return null;
  const parts = /^(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z-(daily|manual|before-[\w-]+)\.db$/.exec(
    name.slice(prefix.length),
  );
  if (!parts) return null;
  const [, day, hour, minute, second, kind] = parts;
  const at = Date.parse(`${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at) ? null : { at, kind: kind as BackupKind };
}

/** Whether this is what a backup of this database is called while it is being made, or what SQLite puts beside it. */
export function isBackupPart(databaseFile: string, name: string): boolean {
  const [whole = '', rest] = name.split('.part', 2);
  return rest !== undefined && readBackupName(databaseFile, whole) !== null;
}

/**
 * The backups of this database, newest first. Only whole ones have such a name. No folder: none.
 * @throws FileProblem
 */
export async function listBackups(databaseFile: string, folder?: string): Promise<Backup[]> {
  const place = backupFolder(databaseFile, folder);
  const found = await Promise.all(
    (await namesIn(place)).map(async (name) => {
      const mark = readBackupName(databaseFile, name);
      if (mark === null) return null;
      const file = join(place, name);
      // It may have been thinned out since the folder was read.
      const about = await stat(file).catch(() => null);
      return about?.isFile() ? { ...mark, file, bytes: about.size } : null;
    }),
  );
  return found.filter((backup) => backup !== null).toSorted(newestFirst);
}

/** The newest backup of any kind, or null. */
export async function newestBackup(databaseFile: string, folder?: string): Promise<Backup | null> {
  return (await listBackups(databaseFile, folder))[0] ?? null;
}

/**
 * Which of these have had their time. One series of daily ones is thinned out: the newest of each of the last 7 days that have one stays, and the
 * newest of each of the last 4 weeks (from Monday on, by UTC). Days without any do not count: a machine that was off loses nothing by it. Of those
 * made before a migration the newest of each of the last 3 migrations stay. What a person has made is theirs.
 */
export function thin<B extends BackupMark>(backups: readonly B[], now: number): B[] {
  // A clock that was ahead once must not push out what is good; nor is the only witness of that time deleted.
  const past = backups.filter((backup) => backup.at <= now).toSorted(newestFirst);
  const daily = past.filter((backup) => backup.kind === 'daily');
  const upgrades = past.filter((backup) => backup.kind.startsWith('before-'));
  const kept = new Set([
    ...newestOfEach(daily, dayOf).slice(0, DAYS_KEPT),
    ...newestOfEach(daily, weekOf).slice(0, WEEKS_KEPT),
    ...newestOfEach(upgrades, (backup) => backup.kind).slice(0, UPGRADES_KEPT),
  ]);
  return [...daily, ...upgrades].filter((backup) => !kept.has(backup));
}

/** The first of each group, in order. */
function newestOfEach<B extends BackupMark>(backups: readonly B[], groupOf: (backup: B) => unknown): B[] {
  const first = new Map<unknown, B>();
  for (const backup of backups) {
    const group = groupOf(backup);
    if (!first.has(group)) first.set(group, backup);
  }
  return [...first.values()];
}

const dayOf = ({ at }: BackupMark) => Math.floor(at / DAY_MS);
// 1970 began on a Thursday.
const weekOf = (backup: BackupMark) => Math.floor((dayOf(backup) + 3) / 7);

function newestFirst(one: BackupMark, other: BackupMark): number {
  return other.at - one.at || (one.kind < other.kind ? -1 : 1);
}

function stem(databaseFile: string): string {
  return basename(databaseFile, extname(databaseFile));
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    const reason = codeOf(error) === 'ENOTDIR' ? 'is not a folder' : 'cannot be read by the user that runs this';
    throw new FileProblem(`The backups cannot be listed: ${folder} ${reason}.`, { cause: error });
  }
}
