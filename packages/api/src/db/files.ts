import { access, chown, copyFile, open, readdir, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from './file-problem.js';

/** Waits until what was written to the file is on the disk. */
export async function syncFile(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Waits until the file's name is on the disk. Windows cannot, and does not need it. */
export async function syncFolder(file: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(dirname(file), 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

export function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (about) => about.isDirectory(),
    () => false,
  );
}

/** The names in a folder: none where there is no such folder. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return [];
    throw error;
  }
}

/** What root makes for a server that runs as somebody else must be that one's, or the server could neither read nor thin it out. */
export async function giveToOwner(file: string, databaseFile: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(databaseFile).catch(() => stat(dirname(databaseFile)));
  await chown(file, uid, gid);
}

/** Copies the write-ahead log of a database, where it has one. */
export async function copyLog(from: string, to: string): Promise<void> {
  await copyFile(`${from}-wal`, `${to}-wal`).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error;
  });
}

/** The file with all that SQLite puts beside it. */
export async function removeAll(file: string): Promise<void> {
  await Promise.all(['', '-wal', '-shm', '-journal'].map((suffix) => rm(`${file}${suffix}`, { force: true })));
}
