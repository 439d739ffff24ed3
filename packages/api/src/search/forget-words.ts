import { sql } from 'kysely';
import { writeTransaction, type Db, type Trx } from '../db/open.js';

/** Pages merged in one transaction: ten milliseconds, now and then twenty-five. */
const PAGES = 16;
const MOST_STEPS = 100_000;

/**
 * Rewrites the index without what was taken out of it: until then the words are still to be read in the file. By small steps, between which
 * others write. FTS5 could do this with every edit (`secure-delete`), but on 100,000 cards an edit then takes 15 ms instead of 0.2.
 */
export async function forgetWords(db: Db): Promise<void> {
  // A number below zero begins to merge all there is.
  await writeTransaction(db, (trx) => merge(trx, -PAGES));
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const written = await writeTransaction(db, (trx) => merge(trx, PAGES));
    if (written < 2) return;
  }
}

/** How much it has written; one row is only the note of how far it is. */
async function merge(trx: Trx, pages: number): Promise<number> {
  const before = await writtenSoFar(trx);
  await sql`insert into search (search, rank) values ('merge', ${sql.lit(pages)})`.execute(trx);
  return (await writtenSoFar(trx)) - before;
}

async function writtenSoFar(trx: Trx): Promise<number> {
  const { rows } = await sql<{ total: number }>`select total_changes() as total`.execute(trx);
  return rows[0]?.total ?? 0;
}
