import { randomUUID } from 'node:crypto';
import type { Board, Id, Time } from '@talkan/board/model';
import type { Patch } from '@talkan/board/patch';
import type { Insertable } from 'kysely';
import type { Trx } from '../db/open.js';
import { statement } from '../db/statement.js';
import type { NoticesTable } from '../db/tables.js';
import { concernsOf, occasionsOf, type Occasion, type Reader } from './occasions.js';

/** Who has not looked for so long is told again of the same. */
const TOLD_MS = 60 * 60 * 1_000;
/** What is kept for one person: the last of them. */
export const KEPT = 1_000;

/** A change that was just written. */
export interface NoticedChange {
  /** The board after it. */
  readonly board: Board;
  readonly actorId: Id;
  readonly at: Time;
  readonly patches: readonly Patch[];
  readonly undoes?: number | undefined;
  readonly undoesFrom?: number | undefined;
  readonly groupId?: Id | undefined;
}

/** Tells those whom a change concerns, within its transaction. A change that concerns nobody costs nothing but a look at its patches. */
export async function noticeChange(trx: Trx, change: NoticedChange): Promise<void> {
  if (change.undoes !== undefined) await takeBack(trx, change, change.undoes);
  // What a card brings along from another board was told of there, when it was new.
  if (change.groupId !== undefined) return;
  const concerns = concernsOf(change.patches);
  if (concerns.length === 0) return;
  const { board, actorId } = change;
  const readers = await readReaders(trx, board.id);
  const occasions = occasionsOf(concerns, { board, readers, actorId });
  for (const [index, occasion] of occasions.entries()) await tell(trx, change, { ...occasion, index });
  for (const userId of new Set(occasions.map((occasion) => occasion.userId))) await trx.run(sweep, { userId });
}

/** What nobody has read of a change that never was, as it now seems. */
async function takeBack(trx: Trx, { board, undoesFrom }: NoticedChange, undoes: number): Promise<void> {
  await trx
    .deleteFrom('notices')
    .where('board_id', '=', board.id)
    .where('seq', '>=', undoesFrom ?? undoes)
    .where('seq', '<=', undoes)
    .where('read_at', 'is', null)
    // Others may have changed something in the middle of a run.
    .where('actor_id', '=', (query) =>
      query.selectFrom('changes').select('actor_id').where('board_id', '=', board.id).where('seq', '=', undoes),
    )
    .execute();
}

function readReaders(trx: Trx, boardId: Id): Promise<Reader[]> {
  return trx
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select(['users.id', 'users.username as name'])
    .where('members.board_id', '=', boardId)
    .execute();
}

const standing = statement(
  (db, at: Pick<NoticesTable, 'user_id' | 'board_id' | 'card_id' | 'kind'> & { since: Time }) =>
    db
      .selectFrom('notices')
      .select('id')
      .where('board_id', '=', at.board_id)
      .where('card_id', '=', at.card_id)
      .where('user_id', '=', at.user_id)
      .where('kind', '=', at.kind)
      .where('read_at', 'is', null)
      .where('at', '>', at.since)
      .limit(1),
);

const insert = statement((db, row: Insertable<NoticesTable>) =>
  db.insertInto('notices').values({
    id: row.id,
    user_id: row.user_id,
    board_id: row.board_id,
    card_id: row.card_id,
    kind: row.kind,
    actor_id: row.actor_id,
    seq: row.seq,
    at: row.at,
    read_at: row.read_at,
  }),
);

const sweep = statement((db, at: { userId: Id }) =>
  db
    .deleteFrom('notices')
    .where('user_id', '=', at.userId)
    .where('id', '<=', (query) =>
      query
        .selectFrom('notices as kept')
        .select('kept.id')
        .where('kept.user_id', '=', at.userId)
        .orderBy('kept.id', 'desc')
        .limit(1)
        .offset(KEPT),
    ),
);

async function tell(
  trx: Trx,
  { board, actorId, at }: NoticedChange,
  { userId, cardId, kind, index }: Occasion & { readonly index: number },
): Promise<void> {
  const about = { user_id: userId, board_id: board.id, card_id: cardId, kind };
  const since = new Date(Date.parse(at) - TOLD_MS).toISOString();
  const [known] = await trx.run(standing, { ...about, since });
  if (known) return;
  await trx.run(insert, { ...about, id: idAt(at, index), actor_id: actorId, seq: board.seq, at, read_at: null });
}

/** An id that sorts by its time, and within a change by its place. */
function idAt(at: Time, index: number): Id {
  const moment = Date.parse(at).toString(36).padStart(9, '0');
  return `n${moment}${index.toString(36).padStart(4, '0')}-${randomUUID().slice(0, 8)}`;
}
