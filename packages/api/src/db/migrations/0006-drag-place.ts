import type { MigrationDb } from '../migration.js';

/** Where the card would go that somebody has in hand. */
export async function up(db: MigrationDb): Promise<void> {
  await db.schema.alterTable('presence').addColumn('drag_place', 'text').execute();
}
