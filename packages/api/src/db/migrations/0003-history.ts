import { sql } from 'kysely';
import type { MigrationDb } from '../migration.js';

/** Boards kept whole now and then, and what finds a person's own changes without reading the log. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema
    .createTable('snapshots')
    .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('board', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('snapshots_key', ['board_id', 'seq'])
    .modifyEnd(sql`strict`)
    .execute();
  // Holds all that a walk of undo asks for, so that it need not read what the changes say.
  await sql`create index changes_by_actor on changes
    (board_id, actor_id, seq, undoes, (operations = '[]' or patches = '[]'))`.execute(db);
  await db.schema
    .createIndex('changes_undoing')
    .on('changes')
    .columns(['board_id', 'seq', 'undoes'])
    .where(sql.ref('undoes'), 'is not', null)
    .execute();
}
