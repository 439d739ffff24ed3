import { sql } from 'kysely';
import type { MigrationDb } from '../migration.js';

const STRICT = sql`strict`;

/** Users and their sessions, boards with members, columns, cards, and the log of changes. */
export async function up(db: MigrationDb): Promise<void> {
  await createPeople(db);
  await createBoards(db);
  await createContent(db);
  await createLog(db);
}

async function createPeople(db: MigrationDb): Promise<void> {
  await db.schema
    .createTable('users')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('username', 'text', (column) => column.notNull().unique())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('demo_password', 'integer', (column) => column.notNull().check(sql`demo_password in (0, 1)`))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .modifyEnd(STRICT)
    .execute();
  await db.schema
    .createTable('sessions')
    .addColumn('token_hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id').onDelete('cascade'))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('last_seen_at', 'text', (column) => column.notNull())
    .modifyEnd(STRICT)
    .execute();
  await db.schema.createIndex('sessions_by_user').on('sessions').column('user_id').execute();
  await db.schema
    .createTable('login_failures')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .modifyEnd(STRICT)
    .execute();
  await db.schema.createIndex('login_failures_by_key').on('login_failures').columns(['key', 'at']).execute();
}

async function createBoards(db: MigrationDb): Promise<void> {
  await db.schema
    .createTable('boards')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('last_number', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .modifyEnd(STRICT)
    .execute();
  await db.schema
    .createTable('members')
    .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('user_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('role', 'text', (column) =>
      column.notNull().check(sql`role in ('viewer', 'commenter', 'editor', 'owner')`),
    )
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('members_key', ['board_id', 'user_id'])
    .modifyEnd(STRICT)
    .execute();
  await db.schema.createIndex('members_by_user').on('members').column('user_id').execute();
}

async function createContent(db: MigrationDb): Promise<void> {
  await db.schema
    .createTable('columns')
    .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('rank', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('archived_at', 'text')
    .addPrimaryKeyConstraint('columns_key', ['board_id', 'id'])
    .modifyEnd(STRICT)
    .execute();
  await db.schema
    .createIndex('columns_in_order')
    .unique()
    .on('columns')
    .columns(['board_id', 'rank'])
    .where(sql.ref('archived_at'), 'is', null)
    .execute();
  await db.schema
    .createTable('cards')
    .addColumn('board_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('column_id', 'text', (column) => column.notNull())
    .addColumn('rank', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('details', 'text', (column) => column.notNull())
    .addColumn('archived_at', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('created_by', 'text', (column) => column.notNull().references('users.id'))
    .addPrimaryKeyConstraint('cards_key', ['board_id', 'id'])
    .addUniqueConstraint('cards_number', ['board_id', 'number'])
    .addForeignKeyConstraint('cards_column', ['board_id', 'column_id'], 'columns', ['board_id', 'id'])
    .modifyEnd(STRICT)
    .execute();
  await db.schema
    .createIndex('cards_in_order')
    .unique()
    .on('cards')
    .columns(['board_id', 'column_id', 'rank'])
    .where(sql.ref('archived_at'), 'is', null)
    .execute();
}

async function createLog(db: MigrationDb): Promise<void> {
  await db.schema
    .createTable('changes')
    .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('v', 'integer', (column) => column.notNull())
    .addColumn('change_id', 'text', (column) => column.notNull())
    .addColumn('body_hash', 'text', (column) => column.notNull())
    .addColumn('actor_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('operations', 'text', (column) => column.notNull())
    .addColumn('patches', 'text', (column) => column.notNull())
    .addColumn('undoes', 'integer')
    .addPrimaryKeyConstraint('changes_key', ['board_id', 'seq'])
    .addUniqueConstraint('changes_change_id', ['board_id', 'change_id'])
    .modifyEnd(STRICT)
    .execute();
}
