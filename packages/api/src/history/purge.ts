import { loadedKey } from '@talkan/board/decide-context';
import type { BoardSnapshot, Id } from '@talkan/board/model';
import { decidePurge, redactChange, redactSnapshot, rowsOfPurge, type PurgedRow } from '@talkan/board/purge';
import { isRefusal, refuse, type Refusal } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { sql } from 'kysely';
import { commitChange, type ChangeRequest, type Committed, type Plan, type Planning } from '../boards/commit.js';
import { loadRows } from '../boards/load.js';
import { changeOf } from '../boards/log.js';
import { forgetSaid } from '../chat/conversations/forget.js';
import type { Services } from '../context.js';
import type { Trx } from '../db/open.js';
import { releaseFiles } from '../files/rows.js';
import { forgetWords } from '../search/forget-words.js';

const PAGE = 200;

/**
 * Deletes an archived card or column for ever, as a change: its row goes, and with it every text of it in the log and in the index of words,
 * and its files.
 * @throws RefusalError
 */
export async function purgeForEver(
  services: Services,
  request: ChangeRequest & { readonly row: PurgedRow },
): Promise<Committed> {
  const { row, ...author } = request;
  const change = { ...author, body: { purge: row } };
  let released: readonly Id[] = [];
  const { seq, patches } = await commitChange(services, change, async (planning) => {
    const plan = await planPurge(planning, row);
    if (!isRefusal(plan) && row.entity === 'card') {
      released = await releaseFiles(planning.trx, planning.board.id, row.id);
    }
    return plan;
  });
  // Only now is it certain. What a crash leaves here is found by the sweep.
  await services.files.store.remove(released.map((id) => ({ boardId: request.boardId, id })));
  // Where this fails it is done when the same is asked for again, which changes nothing else.
  await forgetWords(services.db);
  return { seq, patches };
}

async function planPurge({ trx, board, context }: Planning, row: PurgedRow): Promise<Plan | Refusal> {
  const archived = await loadRows(trx, board, [row]);
  const loaded = new Map([...archived, ...(await loadRows(trx, board, rowsOfPurge(row, { loaded: archived })))]);
  const patches = decidePurge(board, row, { ...context, loaded });
  if (isRefusal(patches)) return patches;
  const filled = row.entity === 'column' ? await refuseFilled(trx, board.id, row.id) : undefined;
  if (filled) return filled;
  if (row.entity === 'card') {
    await trx.deleteFrom('comments').where('board_id', '=', board.id).where('card_id', '=', row.id).execute();
  }
  await redactLog(trx, board.id, row);
  await redactKept(trx, board.id, row);
  const gone = archived.get(loadedKey(row.entity, row.id));
  if (gone) await forgetSaid(trx, board, gone);
  return { operations: [], patches };
}

async function refuseFilled(trx: Trx, boardId: Id, columnId: Id): Promise<Refusal | undefined> {
  const cards = await trx
    .selectFrom('cards')
    .select('id')
    .where('board_id', '=', boardId)
    .where('column_id', '=', columnId)
    .limit(100)
    .execute();
  if (cards.length === 0) return undefined;
  const message = t`There are archived cards in this column. Restore them or delete them for ever first.`;
  return refuse('conflict', message, [columnId, ...cards.map((card) => card.id)]);
}

async function redactLog(trx: Trx, boardId: Id, row: PurgedRow): Promise<void> {
  const named = `"${row.entity}Id":"${row.id}"`;
  let after = 0;
  for (;;) {
    const changes = await trx
      .selectFrom('changes')
      .selectAll()
      .where('board_id', '=', boardId)
      .where('seq', '>', after)
      // In JSON a quotation mark within a text has a backslash before it, so that this finds ids alone. A comment names its card.
      .where(
        sql<boolean>`(instr(patches, ${`"id":"${row.id}"`}) or instr(patches, ${named}) or instr(operations, ${named}))`,
      )
      .orderBy('seq')
      .limit(PAGE)
      .execute();
    for (const change of changes) {
      const redacted = redactChange(changeOf(change), row);
      const operations = JSON.stringify(redacted.operations);
      const patches = JSON.stringify(redacted.patches);
      after = change.seq;
      if (operations === change.operations && patches === change.patches) continue;
      // The hash of what was asked for would tell a guesser that a guess is right.
      await trx
        .updateTable('changes')
        .set({ operations, patches, body_hash: 'redacted' })
        .where('board_id', '=', boardId)
        .where('seq', '=', change.seq)
        .execute();
    }
    if (changes.length < PAGE) return;
  }
}

async function redactKept(trx: Trx, boardId: Id, row: PurgedRow): Promise<void> {
  const kept = await trx
    .selectFrom('snapshots')
    .select('seq')
    .where('board_id', '=', boardId)
    .where(sql<boolean>`instr(board, ${`"id":"${row.id}"`})`)
    .execute();
  for (const { seq } of kept) {
    const whole = trx.selectFrom('snapshots').select('board').where('board_id', '=', boardId).where('seq', '=', seq);
    const { board } = await whole.executeTakeFirstOrThrow();
    const redacted = JSON.stringify(redactSnapshot(JSON.parse(board) as BoardSnapshot, row));
    await trx
      .updateTable('snapshots')
      .set({ board: redacted })
      .where('board_id', '=', boardId)
      .where('seq', '=', seq)
      .execute();
  }
}
