import { sql } from 'kysely';
import type { MigrationDb } from '../migration.js';

/** What a member keeps about a board for themselves: it goes with the membership. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema
    .createTable('board_marks')
    .addColumn('board_id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('starred', 'integer', (column) =>
      column
        .notNull()
        .defaultTo(0)
        .check(sql`starred in (0, 1)`),
    )
    .addColumn('visited_at', 'text')
    .addColumn('collapsed', 'text', (column) => column.notNull().defaultTo('[]'))
    .addPrimaryKeyConstraint('board_marks_key', ['board_id', 'user_id'])
    .addForeignKeyConstraint('board_marks_member', ['board_id', 'user_id'], 'members', ['board_id', 'user_id'], (key) =>
      key.onDelete('cascade'),
    )
    .modifyEnd(sql`strict`)
    .execute();
}
