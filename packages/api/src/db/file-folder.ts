import { basename, dirname, extname, join } from 'node:path';

/** Where files lie that are still coming in. No board can have this id. */
export const INCOMING = '.incoming';

/** Where the files on a database's cards lie: `talkan-files` beside `talkan.db`, or in `folder`, where their copies lie beside its backups. */
export function filesFolder(databaseFile: string, folder = dirname(databaseFile)): string {
  return join(folder, `${basename(databaseFile, extname(databaseFile))}-files`);
}
