import { sql } from 'kysely';
import type { MigrationDb } from '../migration.js';

/** What is on a card beside its texts, labels and comments, what a column and a board are like, and changes that belong together. */
export async function up(db: MigrationDb): Promise<void> {
  await extendBoards(db);
  await extendCards(db);
  await createLabels(db);
  await createComments(db);
  await db.schema.alterTable('changes').addColumn('group_id', 'text').execute();
}

async function extendBoards(db: MigrationDb): Promise<void> {
  const boards = db.schema.alterTable('boards');
  await boards.addColumn('description', 'text', (column) => column.notNull().defaultTo('')).execute();
  await boards.addColumn('hue', 'integer').execute();
  await boards
    .addColumn('limits', 'text', (column) =>
      column
        .notNull()
        .defaultTo('warn')
        .check(sql`limits in ('warn', 'refuse')`),
    )
    .execute();
  await boards.addColumn('archived_at', 'text').execute();
  const columns = db.schema.alterTable('columns');
  await columns.addColumn('hue', 'integer').execute();
  await columns.addColumn('card_limit', 'integer').execute();
  await columns
    .addColumn('done', 'integer', (column) =>
      column
        .notNull()
        .defaultTo(0)
        .check(sql`done in (0, 1)`),
    )
    .execute();
}

async function extendCards(db: MigrationDb): Promise<void> {
  const cards = db.schema.alterTable('cards');
  for (const list of ['label_ids', 'assignee_ids', 'checklists', 'links', 'attachments']) {
    await cards.addColumn(list, 'text', (column) => column.notNull().defaultTo('[]')).execute();
  }
  for (const name of ['start_at', 'due_at', 'priority'] as const) await cards.addColumn(name, 'text').execute();
  await cards.addColumn('estimate', 'real').execute();
  await cards.addColumn('comment_count', 'integer', (column) => column.notNull().defaultTo(0)).execute();
  // Null: since it was created.
  await cards.addColumn('changed_at', 'text').execute();
}

async function createLabels(db: MigrationDb): Promise<void> {
  await db.schema
    .createTable('labels')
    .addColumn('board_id', 'text', (column) => column.notNull().references('boards.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('hue', 'integer', (column) => column.notNull())
    .addColumn('archived_at', 'text')
    .addColumn('merged_into', 'text')
    .addPrimaryKeyConstraint('labels_key', ['board_id', 'id'])
    .modifyEnd(sql`strict`)
    .execute();
}

async function createComments(db: MigrationDb): Promise<void> {
  await db.schema
    .createTable('comments')
    .addColumn('board_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('card_id', 'text', (column) => column.notNull())
    .addColumn('author_id', 'text', (column) => column.notNull().references('users.id'))
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('edited_at', 'text')
    .addColumn('archived_at', 'text')
    .addPrimaryKeyConstraint('comments_key', ['board_id', 'id'])
    .addForeignKeyConstraint('comments_card', ['board_id', 'card_id'], 'cards', ['board_id', 'id'])
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createIndex('comments_by_card')
    .on('comments')
    .columns(['board_id', 'card_id', 'created_at', 'id'])
    .execute();
}
