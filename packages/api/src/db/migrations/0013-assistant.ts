import { sql } from 'kysely';
import type { MigrationDb } from '../migration.js';

/** Who looks after this Talkan, which model its assistant asks and how much, and how much it was asked. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema
    .alterTable('users')
    .addColumn('instance_owner', 'integer', (column) =>
      column
        .notNull()
        .defaultTo(0)
        .check(sql`instance_owner in (0, 1)`),
    )
    .execute();
  await sql`
    update users set instance_owner = 1
    where rowid = (select rowid from users order by created_at, rowid limit 1)
  `.execute(db);

  // One row, once anything was saved. What is null is as the environment or this version says.
  await db.schema
    .createTable('assistant_settings')
    .addColumn('id', 'integer', (column) =>
      column
        .primaryKey()
        .notNull()
        .check(sql`id = 1`),
    )
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('model', 'text')
    .addColumn('limits', 'text')
    .addColumn('sealed_key', 'text')
    .addColumn('saved_at', 'text', (column) => column.notNull())
    .addColumn('saved_by', 'text', (column) => column.notNull().references('users.id'))
    .modifyEnd(sql`strict`)
    .execute();

  await db.schema
    .createTable('assistant_uses')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('board_id', 'text', (column) => column.references('boards.id'))
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('tokens', 'integer', (column) => column.notNull())
    .addColumn('cost', 'real')
    .modifyEnd(sql`strict`)
    .execute();
  // With the tokens, so that a sum is read from the index alone.
  await db.schema.createIndex('assistant_uses_by_time').on('assistant_uses').columns(['at', 'tokens']).execute();
  await db.schema
    .createIndex('assistant_uses_by_user')
    .on('assistant_uses')
    .columns(['user_id', 'at', 'tokens'])
    .execute();
}
