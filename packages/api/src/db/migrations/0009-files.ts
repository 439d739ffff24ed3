import { sql } from 'kysely';
import type { MigrationDb } from '../migration.js';

/** Files on cards: what is known of them, and which cards have ever had them. Their bytes lie in a folder beside the database. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema
    .createTable('files')
    .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('width', 'integer')
    .addColumn('height', 'integer')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull().references('users.id'))
    .addPrimaryKeyConstraint('files_key', ['board_id', 'id'])
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('files_by_time').on('files').columns(['created_at']).execute();
  await db.schema
    .createTable('file_uses')
    .addColumn('board_id', 'text', (column) => column.notNull())
    .addColumn('file_id', 'text', (column) => column.notNull())
    .addColumn('card_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('file_uses_key', ['board_id', 'file_id', 'card_id'])
    .addForeignKeyConstraint('file_uses_file', ['board_id', 'file_id'], 'files', ['board_id', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .modifyEnd(sql`strict, without rowid`)
    .execute();
  await db.schema.createIndex('file_uses_by_card').on('file_uses').columns(['board_id', 'card_id']).execute();
}
