import { sql } from 'kysely';
import type { MigrationDb } from '../migration.js';

/** What people say to the assistant of a board, and what waits for their yes. It goes with the membership. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema
    .createTable('conversations')
    .addColumn('board_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('last_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('conversations_key', ['board_id', 'id'])
    .addForeignKeyConstraint(
      'conversations_member',
      ['board_id', 'user_id'],
      'members',
      ['board_id', 'user_id'],
      (key) => key.onDelete('cascade'),
    )
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createIndex('conversations_by_user')
    .on('conversations')
    .columns(['user_id', 'board_id', 'last_at'])
    .execute();

  await db.schema
    .createTable('proposals')
    .addColumn('board_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('user_id', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull().check(sql`origin in ('assistant', 'command')`))
    .addColumn('operations', 'text', (column) => column.notNull())
    .addColumn('items', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .addColumn('seen', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull().check(sql`state in ('waits', 'accepted', 'dismissed')`))
    .addColumn('change_id', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('proposals_key', ['board_id', 'id'])
    .addForeignKeyConstraint('proposals_member', ['board_id', 'user_id'], 'members', ['board_id', 'user_id'], (key) =>
      key.onDelete('cascade'),
    )
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createIndex('proposals_by_user')
    .on('proposals')
    .columns(['user_id', 'board_id', 'created_at'])
    .execute();

  await db.schema
    .createTable('turns')
    .addColumn('board_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('question', 'text', (column) => column.notNull())
    .addColumn('pasted', 'text')
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) =>
      column.notNull().check(sql`state in ('running', 'answered', 'failed', 'stopped')`),
    )
    .addColumn('problem', 'text')
    .addColumn('answer', 'text')
    .addColumn('seq', 'integer')
    .addColumn('proposal_id', 'text')
    .addColumn('model', 'text')
    .addColumn('rung', 'text')
    .addColumn('prompt_tokens', 'integer')
    .addColumn('completion_tokens', 'integer')
    .addColumn('cost', 'real')
    .addColumn('duration_ms', 'integer')
    .addPrimaryKeyConstraint('turns_key', ['board_id', 'id'])
    .addForeignKeyConstraint(
      'turns_conversation',
      ['board_id', 'conversation_id'],
      'conversations',
      ['board_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .modifyEnd(sql`strict`)
    .execute();
  await db.schema
    .createIndex('turns_by_conversation')
    .on('turns')
    .columns(['board_id', 'conversation_id', 'position'])
    .execute();
  await db.schema.createIndex('turns_by_proposal').on('turns').columns(['board_id', 'proposal_id']).execute();

  await db.schema
    .alterTable('board_marks')
    .addColumn('asks_first', 'integer', (column) =>
      column
        .notNull()
        .defaultTo(0)
        .check(sql`asks_first in (0, 1)`),
    )
    .execute();
}
