import { sql } from 'kysely';
import type { MigrationDb } from '../migration.js';

/** Invitation links to a board, and user names found whatever their case. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema
    .createTable('invitations')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('token_hash', 'text', (column) => column.notNull().unique())
    .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('role', 'text', (column) =>
      column.notNull().check(sql`role in ('viewer', 'commenter', 'editor', 'owner')`),
    )
    .addColumn('created_by', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('revoked_at', 'text')
    .addColumn('used_at', 'text')
    .addColumn('used_by', 'text', (column) => column.references('users.id'))
    .addCheckConstraint('invitations_used', sql`(used_at is null) = (used_by is null)`)
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema.createIndex('invitations_by_board').on('invitations').columns(['board_id', 'created_at']).execute();
  // Not unique: an older database may hold two names that differ in case alone.
  await db.schema
    .createIndex('users_by_name_in_lower_case')
    .on('users')
    .expression(sql`lower(username)`)
    .execute();
}
