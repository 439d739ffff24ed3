import { randomUUID } from 'node:crypto';
import type { Change } from '@talkan/board/change';
import type { Id } from '@talkan/board/model';
import { isRefusal, refuse, type Refusal } from '@talkan/board/refusal';
import { decideUndo, rowsOfUndo, type UndoContext } from '@talkan/board/undo';
import { t } from '@talkan/words/words';
import type { Services } from '../context.js';
import type { Trx } from '../db/open.js';
import { RefusalError } from '../refusal-error.js';
import { commitWithin, type ChangeRequest, type Committed, type Outcome, type Plan, type Planning } from './commit.js';
import { allOrNone, type Group } from './group-commit.js';
import { loadRows } from './load.js';
import { findChange, findOtherHalf, readPatches } from './log.js';
import { readMemberIds } from './members.js';
import { findEntry, type EntryName } from './runs.js';

type UndoRequest = Omit<ChangeRequest, 'origin'> & Pick<EntryName, 'seq' | 'from'>;

/**
 * Undoes the change numbered `seq`, or the run of edits that it ends and `from` begins, as a change of its own. What is one half of a move
 * between two boards is undone on both, or on neither.
 * @throws RefusalError, naming who is in the way
 */
export function undoChange(services: Services, request: UndoRequest): Promise<Committed> {
  return services.commits.commit((trx, group) => allOrNone(group, () => undoBoth(trx, { services, group, request })));
}

interface Undoing {
  readonly services: Services;
  readonly group: Group;
  readonly request: UndoRequest;
  /** What the undos of both halves have in common, for they can be undone themselves. */
  readonly groupId?: Id;
}

async function undoBoth(trx: Trx, undoing: Undoing): Promise<Committed> {
  const { request } = undoing;
  const change = await findChange(trx, request.boardId, request.seq);
  if (change?.groupId === undefined) return undoOne(trx, undoing);
  const groupId = randomUUID();
  const own = await undoOne(trx, { ...undoing, groupId });
  if (own.repeated) return own;
  const other = await findOtherHalf(trx.run, change, request.actorId);
  if (!other) throw new RefusalError(refuseBoth());
  try {
    const { boardId, seq } = other;
    await undoOne(trx, { ...undoing, groupId, request: { ...request, boardId, seq, from: undefined } });
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const { code, message } = error.refusal;
    throw new RefusalError(code === 'forbidden' ? refuseBoth() : refuse(code, t`On the other board: ${message}`));
  }
  return own;
}

const refuseBoth = () =>
  refuse(
    'forbidden',
    t`A card was moved from one board to another here. Only somebody who may change both boards can undo that.`,
  );

function undoOne(trx: Trx, { services, group, request, groupId }: Undoing): Promise<Outcome> {
  const { boardId, seq, from } = request;
  const entry: EntryName = from === undefined || from === seq ? { boardId, seq } : { boardId, seq, from };
  const body = entry.from === undefined ? { undo: seq } : { undo: seq, from };
  return commitWithin(trx, {
    services,
    group,
    request: { ...request, origin: 'undo', body },
    plan: async (planning) => {
      const plan = await planUndo(planning, entry);
      return isRefusal(plan) || groupId === undefined ? plan : { ...plan, groupId };
    },
  });
}

async function planUndo(planning: Planning, entry: EntryName): Promise<Plan | Refusal> {
  const { trx, board } = planning;
  const change = await findEntry(trx, entry);
  if (isRefusal(change)) return change;
  const loaded = await loadRows(trx, board, rowsOfUndo(change));
  const people = await readMemberIds(trx, board.id);
  const context: UndoContext = { ...planning.context, loaded, people };
  const patches = decideUndo(board, change, context);
  if (!isRefusal(patches)) {
    const { seq: undoes, from: undoesFrom } = entry;
    return { operations: [], patches, undoes, ...(undoesFrom !== undefined && { undoesFrom }) };
  }
  if (patches.code !== 'conflict') return patches;
  // Decided again only for the refusal’s words: who is in the way stands in the log.
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
    if (patches.length > 0) since.push({ actorName: names.get(later.actorId) ?? t`Someone`, patches });
  }
  return since;
}
