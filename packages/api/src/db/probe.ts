import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from './tables.js';

/** What a storage must take to count as well again: more than a change writes, as a rule. */
const PROBE_BYTES = 64 * 1024;

/** Writes something that needs pages of its own and leaves nothing behind. */
export async function probe(write: Kysely<Tables>): Promise<void> {
  await write.transaction().execute(async (trx) => {
    const id = randomUUID();
    await trx
      .insertInto('login_failures')
      .values({ id, key: 'x'.repeat(PROBE_BYTES), at: '' })
      .execute();
    await trx.deleteFrom('login_failures').where('id', '=', id).execute();
  });
}
