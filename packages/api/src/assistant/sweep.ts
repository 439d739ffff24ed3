import type { Services } from '../context.js';

const KEPT_MS = 31 * 24 * 60 * 60 * 1000;
/** Rows in one transaction: others wait for it. */
const CHUNK = 2_000;

/** Forgets who asked the model when, once it is older than 31 days. Resolves with how many uses that were. */
export async function sweepUses({ db, clock }: Services): Promise<number> {
  const before = new Date(clock() - KEPT_MS).toISOString();
  for (let swept = 0; ;) {
    const old = db.write.selectFrom('assistant_uses').select('id').where('at', '<', before).limit(CHUNK);
    const { numDeletedRows } = await db.write.deleteFrom('assistant_uses').where('id', 'in', old).executeTakeFirst();
    swept += Number(numDeletedRows);
    if (numDeletedRows < CHUNK) return swept;
  }
}
