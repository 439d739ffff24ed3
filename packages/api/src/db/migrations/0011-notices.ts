import { sql } from 'kysely';
import type { MigrationDb } from '../migration.js';

/** What somebody is told of. It goes with the membership, and with the card. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema
    .createTable('notices')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('board_id', 'text', (column) => column.notNull())
    .addColumn('card_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('mention', 'assignment', 'comment')`))
    .addColumn('actor_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('read_at', 'text')
    .addForeignKeyConstraint('notices_member', ['board_id', 'user_id'], 'members', ['board_id', 'user_id'], (key) =>
      key.onDelete('cascade'),
    )
    .addForeignKeyConstraint('notices_card', ['board_id', 'card_id'], 'cards', ['board_id', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .modifyEnd(sql`strict`)
    .execute();
  // Ids are in the order of time.
  await db.schema.createIndex('notices_by_user').on('notices').columns(['user_id', 'id']).execute();
  await db.schema.createIndex('notices_by_card').on('notices').columns(['board_id', 'card_id', 'user_id']).execute();
  await db.schema
    .createIndex('notices_unread')
    .on('notices')
    .column('user_id')
    .where(sql.ref('read_at'), 'is', null)
    .execute();
}
