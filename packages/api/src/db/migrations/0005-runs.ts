import { sql } from 'kysely';
import type { MigrationDb } from '../migration.js';

/** An undo may undo a whole run of edits. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema.alterTable('changes').addColumn('undoes_from', 'integer').execute();
  // Again all that a walk of undo asks for.
  await db.schema.dropIndex('changes_by_actor').execute();
  await sql`create index changes_by_actor on changes
    (board_id, actor_id, seq, undoes, undoes_from, (operations = '[]' or patches = '[]'))`.execute(db);
}
