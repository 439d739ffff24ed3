import { type Kysely, sql } from 'kysely';
import type { Migration } from './migration.js';
import * as initial from './migrations/0001-initial.js';
import * as presence from './migrations/0002-presence.js';
import * as history from './migrations/0003-history.js';
import * as invitations from './migrations/0004-invitations.js';
import * as runs from './migrations/0005-runs.js';
import * as dragPlace from './migrations/0006-drag-place.js';
import * as cardFields from './migrations/0007-card-fields.js';
import * as boardMarks from './migrations/0008-board-marks.js';
import * as files from './migrations/0009-files.js';
import * as search from './migrations/0010-search.js';
import * as notices from './migrations/0011-notices.js';
import * as conversations from './migrations/0012-conversations.js';
import * as assistant from './migrations/0013-assistant.js';
import type { Tables } from './tables.js';

/** In order. A migration that was released is never changed, only followed by another. */
export const MIGRATIONS: ReadonlyMap<string, Migration> = new Map([
  ['0001-initial', initial.up],
  ['0002-presence', presence.up],
  ['0003-history', history.up],
  ['0004-invitations', invitations.up],
  ['0005-runs', runs.up],
  ['0006-drag-place', dragPlace.up],
  ['0007-card-fields', cardFields.up],
  ['0008-board-marks', boardMarks.up],
  ['0009-files', files.up],
  ['0010-search', search.up],
  ['0011-notices', notices.up],
  ['0012-conversations', conversations.up],
  ['0013-assistant', assistant.up],
]);

/**
 * Brings the database to this version's shape, each step in a transaction of its own.
 * @throws when a newer Talkan has already written to the database
 */
export async function migrate(db: Kysely<Tables>, migrations = MIGRATIONS): Promise<void> {
  const done = await appliedSteps(db);
  refuseNewer(done, migrations);
  if ([...migrations.keys()].every((name) => done.has(name))) return;
  await sql`create table if not exists migrations (name text primary key not null, applied_at text not null) strict`.execute(
    db,
  );
  for (const [name, up] of migrations) {
    await db.transaction().execute(async (trx) => {
      // Read under the write lock: another process that starts now waits here and then finds the step done.
      const applied = await appliedSteps(trx);
      refuseNewer(applied, migrations);
      if (applied.has(name)) return;
      await up(trx);
      await trx.insertInto('migrations').values({ name, applied_at: new Date().toISOString() }).execute();
    });
  }
}

/** The first step that a database with something in it still has to go through; null: there is nothing to do, or nothing to lose. */
export async function pendingStep(db: Kysely<Tables>, migrations = MIGRATIONS): Promise<string | null> {
  const applied = await appliedSteps(db);
  if (!applied.has('0001-initial')) return null;
  const anybody = await db.selectFrom('users').select('id').limit(1).executeTakeFirst();
  if (anybody === undefined) return null;
  return [...migrations.keys()].find((name) => !applied.has(name)) ?? null;
}

/** Found out without writing: a disk may be full or read-only, and the database in this version's shape all the same. */
async function appliedSteps(db: Kysely<Tables>): Promise<ReadonlySet<string>> {
  const { rows } = await sql`select 1 from sqlite_schema where name = 'migrations'`.execute(db);
  if (rows.length === 0) return new Set();
  return new Set((await db.selectFrom('migrations').select('name').execute()).map((row) => row.name));
}

function refuseNewer(applied: ReadonlySet<string>, known: ReadonlyMap<string, Migration>): void {
  const unknown = [...applied].find((name) => !known.has(name));
  if (unknown === undefined) return;
  throw new Error(
    `This database was written by a newer version of Talkan (it has the step “${unknown}”, which this version does not know). ` +
      'Start that version or a later one, or point DATABASE_URL at a copy made before the upgrade.',
  );
}
