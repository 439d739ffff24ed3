import path from 'node:path';
import { backUp } from '@talkan/api/db/make-backup';
import { maintain, sizeOf } from './maintain.js';

/** Makes a backup now, whether the server runs or not: in the backups' folder, in another one, or as a file of this name. */
export function runBackup(to?: string): Promise<void> {
  return maintain(async ({ databaseFile, backupFolder }) => {
    const made = await backUp({ databaseFile, folder: backupFolder }, to === undefined ? undefined : path.resolve(to));
    const done = `The backup is made: ${made.file} (${sizeOf(made.bytes)})`;
    return made.lost === 0 ? done : `${done}\nFiles on cards that were not there to be copied: ${made.lost}`;
  });
}
