import type { Kysely } from 'kysely';
import { FileProblem } from './file-problem.js';
import { duringUpkeep, writeBackup, type BackupPlace } from './make-backup.js';
import { migrate, MIGRATIONS, pendingStep } from './migrate.js';
import type { Tables } from './tables.js';

/** How long a start waits for a backup that is being made, or for another process that brings the database up to date. */
const PATIENCE_MS = 5 * 60_000;

/**
 * Brings the database to this version's shape; one that has something in it is copied first.
 * @throws an Error with a sentence for whoever starts the server
 */
export async function upgrade(db: Kysely<Tables>, place: BackupPlace, migrations = MIGRATIONS): Promise<void> {
  if ((await pendingStep(db, migrations)) === null) return migrate(db, migrations);
  const done = await duringUpkeep(place, PATIENCE_MS, async () => {
    // Another process may have been quicker: then there is nothing left to copy for.
    const step = await pendingStep(db, migrations);
    if (step !== null) await writeBackup(place, `before-${step}`).catch(refuse);
    await migrate(db, migrations);
    return true;
  });
  if (done === null) {
    throw new Error(
      'Talkan does not start: another process has been making a backup of this database for five minutes. Wait until it is done, or end it.',
    );
  }
}

function refuse(error: unknown): never {
  if (!(error instanceof FileProblem)) throw error;
  throw new Error(
    `Talkan does not start: this version changes the database, and the backup before that failed. ${error.message} ` +
      'The database is as it was. Mend that and start again, or set BACKUPS=0 to go on without a backup.',
    { cause: error },
  );
}
