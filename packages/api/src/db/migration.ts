import type { Kysely } from 'kysely';

/** What a migration works on: it builds a schema and runs `sql`, and knows nothing of today's table interfaces. */
export type MigrationDb = Pick<Kysely<unknown>, 'schema' | 'getExecutor'>;
export type Migration = (db: MigrationDb) => Promise<void>;
