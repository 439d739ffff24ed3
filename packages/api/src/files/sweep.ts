import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Id } from '@talkan/board/model';
import type { Services } from '../context.js';
import { INCOMING } from '../db/file-folder.js';
import { namesIn } from '../db/files.js';
import { writeTransaction } from '../db/open.js';
import { isUsed, loadFiles } from './rows.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Rows in one transaction: others wait for it. */
const CHUNK = 200;

/** What was swept away. */
export interface Swept {
  /** Uploads that no card has had. */
  readonly unused: number;
  /** What lay in the folder without a row: what crashes, cut connections and restores have left. */
  readonly strays: number;
}

/** Removes what belongs to no card, a day after it came. */
export async function sweepFiles(services: Services): Promise<Swept> {
  const unused = await sweepUnused(services);
  const strays = await sweepStrays(services);
  return { unused, strays };
}

async function sweepUnused(services: Services): Promise<number> {
  const before = new Date(services.clock() - DAY_MS).toISOString();
  for (let swept = 0; ;) {
    const gone = await writeTransaction(services.db, async (trx) => {
      const unused = await trx
        .selectFrom('files')
        .select(['board_id', 'id'])
        .where('created_at', '<', before)
        .where((where) => where.not(isUsed()))
        .limit(CHUNK)
        .execute();
      for (const { board_id, id } of unused) {
        await trx.deleteFrom('files').where('board_id', '=', board_id).where('id', '=', id).execute();
      }
      return unused.map(({ board_id: boardId, id }) => ({ boardId, id }));
    });
    await services.files.store.remove(gone);
    swept += gone.length;
    if (gone.length < CHUNK) return swept;
  }
}

async function sweepStrays(services: Services): Promise<number> {
  const { folder } = services.files.store;
  let swept = 0;
  for (const boardId of await namesIn(folder)) {
    const names = await namesIn(join(folder, boardId));
    // A thumbnail is called like its file, and something more.
    const ids = [...new Set(names.map(idOf))];
    const known = boardId === INCOMING ? [] : await loadFiles(services.db.read, boardId, ids);
    const kept = new Set(known.map((file) => file.id));
    for (const name of names.filter((name) => !kept.has(idOf(name)))) {
      if (await removeOld(join(folder, boardId, name), services.clock() - DAY_MS)) swept += 1;
    }
  }
  return swept;
}

const idOf = (name: string): Id => name.split('.', 1)[0] ?? '';

/** Whether it was old, and is gone. */
async function removeOld(path: string, before: number): Promise<boolean> {
  const about = await stat(path).catch(() => null);
  // The time at which it got its name: a copy has its file's age.
  if (about === null || about.ctimeMs >= before) return false;
  await rm(path, { force: true });
  return true;
}
