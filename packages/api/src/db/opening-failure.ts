import { damageAdvice } from '@talkan/board/storage-trouble';
import { reasonDamaged } from './file-problem.js';
import { StorageError, type Restorable } from './storage-error.js';

interface Opening {
  readonly path: string;
  readonly newestBackup: () => Promise<Restorable | null>;
}

/** Why a file could not be connected to, for whoever starts the server. */
export async function connectFailure(error: unknown, opening: Opening): Promise<Error> {
  const reason = error instanceof Error ? error.message : String(error);
  const advice =
    reasonDamaged(error) !== null ? ` If it is the right file, it is damaged. ${await adviceFor(opening)}` : '';
  return new Error(
    `The database file ${opening.path} could not be opened: ${reason}. Check DATABASE_URL and the file’s owner.${advice}`,
    { cause: error },
  );
}

/** Why a database could not be brought up to date; what is not the disk’s fault as it was. */
export async function migrateFailure(error: unknown, opening: Opening): Promise<unknown> {
  if (!(error instanceof StorageError)) return error;
  const { path } = opening;
  if (error.fault === 'damaged') {
    return new Error(`The database file ${path} is damaged. ${await adviceFor(opening)}`, { cause: error });
  }
  const why = error.fault === 'full' ? 'its disk is full' : 'its disk does not take anything';
  const what = error.fault === 'full' ? 'Free space on it' : 'Let the server write there';
  return new Error(
    `The database file ${path} has to be brought to this version’s shape first, but ${why}. ${what}, then start again.`,
    { cause: error },
  );
}

async function adviceFor({ newestBackup }: Opening): Promise<string> {
  const backup = await newestBackup().catch(() => null);
  return `${damageAdvice(backup?.at ?? null)}${backup === null ? '' : ` It is ${backup.file}.`}`;
}
