import { setImmediate as nextTurn } from 'node:timers/promises';
import { CHANGE_VERSION, type Change } from '@talkan/board/change';
import type { Id } from '@talkan/board/model';
import type { Patch } from '@talkan/board/patch';
import { t } from '@talkan/words/words';
import type { Insertable, Selectable } from 'kysely';
import type { Queries, Trx } from '../db/open.js';
import { statement, unplanned, type Run } from '../db/statement.js';
import type { ChangesTable } from '../db/tables.js';
import { ApiError } from '../refusal-error.js';

const PAGE = 200;

/** A change as it stands in the log, with the hash of what was asked for. */
export interface LoggedChange extends Change {
  readonly bodyHash: string;
}

const insertChange = statement((db, row: Insertable<ChangesTable>) =>
  db.insertInto('changes').values({
    board_id: row.board_id,
    seq: row.seq,
    v: row.v,
    change_id: row.change_id,
    body_hash: row.body_hash,
    actor_id: row.actor_id,
    origin: row.origin,
    at: row.at,
    operations: row.operations,
    patches: row.patches,
    undoes: row.undoes,
    undoes_from: row.undoes_from,
    group_id: row.group_id,
  }),
);

export async function appendChange(trx: Trx, change: LoggedChange): Promise<void> {
  await trx.run(insertChange, {
    board_id: change.boardId,
    seq: change.seq,
    v: change.v,
    change_id: change.changeId,
    body_hash: change.bodyHash,
    actor_id: change.actorId,
    origin: change.origin,
    at: change.at,
    operations: JSON.stringify(change.operations),
    patches: JSON.stringify(change.patches),
    undoes: change.undoes ?? null,
    undoes_from: change.undoesFrom ?? null,
    group_id: change.groupId ?? null,
  });
}

/** The change numbered `seq`. */
export async function findChange(db: Queries, boardId: Id, seq: number): Promise<LoggedChange | undefined> {
  const row = await db
    .selectFrom('changes')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('seq', '=', seq)
    .executeTakeFirst();
  return row && changeOf(row);
}

const changesSeenBy = statement((db, at: { changeId: Id; userId: Id }) =>
  db
    .selectFrom('members')
    .innerJoin('changes', 'changes.board_id', 'members.board_id')
    .selectAll('changes')
    .where('members.user_id', '=', unplanned(at.userId))
    .where('changes.change_id', '=', at.changeId),
);

/** The change of another board that is the other half of this one, if this user may see that board. Both have the same id. */
export async function findOtherHalf(run: Run, change: Change, userId: Id): Promise<LoggedChange | undefined> {
  const rows = await run(changesSeenBy, { changeId: change.changeId, userId });
  const row = rows.find((other) => other.group_id === change.groupId && other.board_id !== change.boardId);
  return row && changeOf(row);
}

const changeWithId = statement((db, at: { boardId: Id; changeId: Id }) =>
  db.selectFrom('changes').selectAll().where('board_id', '=', at.boardId).where('change_id', '=', at.changeId),
);

/** The change that a client made under this id of its own. */
export async function findClientsChange(run: Run, boardId: Id, changeId: Id): Promise<LoggedChange | undefined> {
  const [row] = await run(changeWithId, { boardId, changeId });
  return row && changeOf(row);
}

/** Part of a board's log: after `after`, up to and with `upTo`. */
export interface LogRange {
  readonly boardId: Id;
  readonly after: number;
  readonly upTo: number;
}
export interface LoggedPatches {
  readonly seq: number;
  readonly actorId: Id;
  readonly patches: readonly Patch[];
}

/**
 * What changed, in order or from the last one back. Read in pages with a pause in between, for a range may be the whole life of a
 * board; as the log is only ever appended to, that takes no transaction.
 */
export async function* readPatches(
  db: Queries,
  range: LogRange,
  direction: 'asc' | 'desc',
): AsyncGenerator<LoggedPatches> {
  let { after, upTo } = range;
  while (after < upTo) {
    const rows = await db
      .selectFrom('changes')
      .select(['seq', 'v', 'actor_id', 'patches'])
      .where('board_id', '=', range.boardId)
      .where('seq', '>', after)
      .where('seq', '<=', upTo)
      .orderBy('seq', direction)
      .limit(PAGE)
      .execute();
    if (rows.length === 0) return;
    for (const row of rows) {
      refuseNewer(row.v);
      yield { seq: row.seq, actorId: row.actor_id, patches: JSON.parse(row.patches) as Patch[] };
      if (direction === 'asc') after = row.seq;
      else upTo = row.seq - 1;
    }
    if (rows.length === PAGE) await nextTurn();
  }
}

/** A row of the log as a change; a newer version’s is refused. */
export function changeOf(row: Selectable<ChangesTable>): LoggedChange {
  refuseNewer(row.v);
  return {
    v: row.v,
    boardId: row.board_id,
    seq: row.seq,
    changeId: row.change_id,
    bodyHash: row.body_hash,
    actorId: row.actor_id,
    origin: row.origin,
    at: row.at,
    operations: JSON.parse(row.operations) as Change['operations'],
    patches: JSON.parse(row.patches) as Change['patches'],
    ...undoingOf(row),
    ...(row.group_id !== null && { groupId: row.group_id }),
  };
}

/** What a row of the log undoes, if anything. */
export function undoingOf(row: Pick<ChangesTable, 'undoes' | 'undoes_from'>): Pick<Change, 'undoes' | 'undoesFrom'> {
  if (row.undoes === null) return {};
  return { undoes: row.undoes, ...(row.undoes_from !== null && { undoesFrom: row.undoes_from }) };
}

/** Guessing at a shape that a later version writes would corrupt the board. */
export function refuseNewer(v: number): void {
  if (v <= CHANGE_VERSION) return;
  throw new ApiError({
    kind: 'unavailable',
    message: t`A newer version of Talkan has changed this board. This server must be updated and started again to go on.`,
  });
}
