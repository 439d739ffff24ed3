import { basename, dirname, extname, join } from 'node:path';

/** Where files lie that are still coming in. No board can have this id. */
export const INCOMING = '.incoming';

/** Where the files on a database's cards lie: `talkan-files` beside `talkan.db`, or in `folder`, where their copies lie beside its backups. */
export function filesFolder(databaseFile: string, folder = dirname(databaseFile)): string {
  return join(folder, `${basename(databaseFile, extname(databaseFile))}-files`);
}

/** Where the secret lies with which keys in the database are encrypted: `talkan.secret` beside `talkan.db`. No backup has it. */
export function secretFile(databaseFile: string): string {
  return join(dirname(databaseFile), `${basename(databaseFile, extname(databaseFile))}.secret`);
}

/** Where the files of a database lie that was put aside by a restore: `talkan.db.replaced-2026…-files`. */
export function replacedFiles(replaced: string): string {
  return `${replaced}-files`;
}

/** What the database was called, by the name of its backup; null: this is no backup's name. */
export function stemOfBackup(name: string): string | null {
  return /^(.+)-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ-[\w-]+\.db$/.exec(name)?.[1] ?? null;
}
