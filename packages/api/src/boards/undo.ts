import type { Change } from '@talkan/board/change';
import { isRefusal, type Refusal } from '@talkan/board/refusal';
import { decideUndo, rowsOfUndo, type UndoContext } from '@talkan/board/undo';
import type { Services } from '../context.js';
import type { Trx } from '../db/open.js';
import { commitChange, type ChangeRequest, type Committed, type Plan, type Planning } from './commit.js';
import { loadRows } from './load.js';
import { readPatches } from './log.js';
import { findEntry, type EntryName } from './runs.js';

/**
 * Undoes the change numbered `seq`, or the run of edits that it ends and `from` begins, as a change of its own.
 * @throws RefusalError, naming who is in the way
 */
export function undoChange(
  services: Services,
  request: Omit<ChangeRequest, 'origin'> & Pick<EntryName, 'seq' | 'from'>,
): Promise<Committed> {
  const { boardId, seq, from } = request;
  const entry: EntryName = from === seq ? { boardId, seq } : { boardId, seq, from };
  const body = entry.from === undefined ? { undo: seq } : { undo: seq, from };
  return commitChange(services, { ...request, origin: 'undo', body }, (planning) => planUndo(planning, entry));
}

async function planUndo(planning: Planning, entry: EntryName): Promise<Plan | Refusal> {
  const { trx, board } = planning;
  const change = await findEntry(trx, entry);
  if (isRefusal(change)) return change;
  const loaded = await loadRows(trx, board, rowsOfUndo(change));
  const context: UndoContext = { ...planning.context, loaded };
  const patches = decideUndo(board, change, context);
  if (!isRefusal(patches)) {
    const { seq: undoes, from: undoesFrom } = entry;
    return { operations: [], patches, undoes, ...(undoesFrom !== undefined && { undoesFrom }) };
  }
  if (patches.code !== 'conflict') return patches;
  // Decided again only for the refusal's words: who is in the way stands in the log.
  const named = decideUndo(board, change, { ...context, since: await readSince(trx, change, board.seq) });
  return isRefusal(named) ? named : patches;
}

type Since = NonNullable<UndoContext['since']>;

async function readSince(trx: Trx, change: Change, upTo: number): Promise<Since> {
  const actors = await trx
    .selectFrom('changes')
    .innerJoin('users', 'users.id', 'changes.actor_id')
    .select(['users.id', 'users.username'])
    .distinct()
    .where('changes.board_id', '=', change.boardId)
    .where('changes.seq', '>', change.seq)
    .execute();
  const names = new Map(actors.map((actor) => [actor.id, actor.username]));
  const touched = new Set(change.patches.map((patch) => patch.id));
  const since: Since[number][] = [];
  for await (const later of readPatches(trx, { boardId: change.boardId, after: change.seq, upTo }, 'asc')) {
    const patches = later.patches.filter((patch) => touched.has(patch.id));
    if (patches.length > 0) since.push({ actorName: names.get(later.actorId) ?? 'Someone', patches });
  }
  return since;
}
