import path from 'node:path';
import { listBackups, type Backup } from '@talkan/api/db/backups';
import { FileProblem } from '@talkan/api/db/file-problem';
import { restoreBackup } from '@talkan/api/db/restore';
import type { Config } from './config.js';
import { maintain, sizeOf } from './maintain.js';

const LATEST = 'latest';

/** Without a file: says which backups there are. With one, or with `latest`: puts it in the database's place. */
export function runRestore(wanted?: string): Promise<void> {
  return maintain(async (config) => {
    const backups = await listBackups(config.databaseFile, config.backupFolder);
    if (wanted === undefined) return listed(config, backups);
    const from = chosen(backups, wanted);
    const { replaced, lost } = await restoreBackup({ databaseFile: config.databaseFile, from });
    return [
      `${from} is restored: ${config.databaseFile} is as it was then, people, roles and passwords too.`,
      'Everybody signs in anew, and invitation links that were open are closed. Pages that are open show it once somebody has signed in there.',
      ...(lost === 0 ? [] : [`Files on its cards that were found nowhere and are missing now: ${lost}`]),
      ...(replaced === null
        ? []
        : [`What was there before is kept: ${replaced}`, `Back to it:  npm run restore -- ${replaced}`]),
      'Start Talkan again:  npm start',
    ].join('\n');
  });
}

function chosen(backups: readonly Backup[], wanted: string): string {
  if (wanted !== LATEST) {
    return backups.find(({ file }) => path.basename(file) === wanted)?.file ?? path.resolve(wanted);
  }
  const [latest] = backups;
  if (latest === undefined) throw new FileProblem('There is no backup yet. Make one with “npm run backup”.');
  return latest.file;
}

function listed({ databaseFile, backupFolder }: Config, backups: readonly Backup[]): string {
  const [newest] = backups;
  if (newest === undefined) {
    return `There is no backup of ${databaseFile} in ${backupFolder} yet. Make one with “npm run backup”.`;
  }
  return [
    `Backups of ${databaseFile} in ${backupFolder}, newest first:`,
    '',
    ...backups.map(({ at, bytes, file }) => `  ${localTime(at)}  ${sizeOf(bytes).padStart(9)}  ${path.basename(file)}`),
    '',
    'To restore one, stop Talkan, then name it, or any other copy by its path:',
    `  npm run restore -- ${path.basename(newest.file)}`,
    `  npm run restore -- ${LATEST}`,
  ].join('\n');
}

/** In this machine's time zone; the names are in UTC. */
function localTime(at: number): string {
  return new Date(at).toLocaleString('sv-SE').slice(0, 16);
}
