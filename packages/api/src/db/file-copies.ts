import { copyFile, link, mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from './file-problem.js';
import { exists, giveToOwner, namesIn, syncFile, syncFolder } from './files.js';

/** Ends a name that a copy has while it is being made. */
const PART = '.part';

export interface Copying {
  /** `board/file`, as `Inspection` has them. */
  readonly files: readonly string[];
  /** Folders in which they may be, in the order in which they are looked for. */
  readonly from: readonly string[];
  readonly to: string;
  /** Whose owner is to own the copies. */
  readonly databaseFile: string;
}

/**
 * Sees to it that these files lie in a folder, on the disk. What lies there already is what it has to be: files never change. On the same disk they
 * get a second name only. Returns how many were found nowhere.
 */
export async function copyFiles({ files, from, to, databaseFile }: Copying): Promise<number> {
  let lost = 0;
  const changed = new Set<string>();
  for (const file of files) {
    const target = join(to, file);
    if (await exists(target)) continue;
    await makeFolder(dirname(target), databaseFile);
    if (await copyOne(target, { file, from, databaseFile })) changed.add(target);
    else lost += 1;
  }
  const folders = new Map([...changed].map((target) => [dirname(target), target]));
  for (const target of folders.values()) {
    await syncFolder(target);
    await syncFolder(dirname(target));
  }
  return lost;
}

async function makeFolder(folder: string, databaseFile: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  if (first === undefined) return;
  await giveToOwner(first, databaseFile);
  await giveToOwner(folder, databaseFile);
}

async function copyOne(target: string, { file, from, databaseFile }: Omit<Copying, 'files' | 'to'> & { file: string }) {
  for (const folder of from) {
    const source = join(folder, file);
    try {
      await link(source, target);
      return true;
    } catch (error) {
      if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') continue;
    }
    // Another disk, or one that knows no second names.
    await copyFile(source, target + PART);
    await giveToOwner(target + PART, databaseFile);
    await syncFile(target + PART);
    await rename(target + PART, target);
    return true;
  }
  return false;
}

/** Removes from a folder all but these files, and what a copy has left that was cut off. */
export async function keepOnly(folder: string, files: ReadonlySet<string>): Promise<void> {
  for (const boardId of await namesIn(folder)) {
    const names = await namesIn(join(folder, boardId));
    const gone = names.filter((name) => !files.has(`${boardId}/${name}`));
    // What cannot be removed now is tried again after the next backup.
    await Promise.allSettled(gone.map((name) => rm(join(folder, boardId, name))));
  }
}

/** `board/file` of all that lie in a folder, without what is made from them. */
export async function filesIn(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const boardId of await namesIn(folder)) {
    if (boardId.startsWith('.')) continue;
    const names = await namesIn(join(folder, boardId));
    found.push(...names.filter((name) => !name.includes('.')).map((name) => `${boardId}/${name}`));
  }
  return found;
}
