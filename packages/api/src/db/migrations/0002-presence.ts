import { sql } from 'kysely';
import type { MigrationDb } from '../migration.js';

/** Who is looking at a board, until when this is to be believed. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema
    .createTable('presence')
    .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id').onDelete('cascade'))
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('client_id', 'text', (column) => column.notNull())
    .addColumn('card_id', 'text')
    .addColumn('dragging_id', 'text')
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('presence_key', ['board_id', 'user_id', 'client_id'])
    .modifyEnd(sql`strict`)
    .execute();
}
