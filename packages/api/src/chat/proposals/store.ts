import { randomUUID } from 'node:crypto';
import { rowsNamed } from '@talkan/board/decide';
import { isCard, isColumn } from '@talkan/board/decide-context';
import type { Board, Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { itemsOf, type Item, type Review } from '@talkan/board/review';
import type { Selectable } from 'kysely';
import { loadRows } from '../../boards/load.js';
import type { Visitor } from '../../boards/members.js';
import { timeOf } from '../../clock.js';
import type { Services } from '../../context.js';
import { writeTransaction, type Queries } from '../../db/open.js';
import type { ProposalsTable } from '../../db/tables.js';
import type { Proposal } from '../turn-event.js';

export type ProposalRow = Selectable<ProposalsTable>;

/** So many are kept for each member of a board; older ones that nobody has answered are forgotten. */
const MOST_KEPT = 500;

export interface NewProposal extends Pick<Proposal, 'operations' | 'items' | 'reason' | 'seen'> {
  readonly origin: ProposalsTable['origin'];
  /** The answer that shows it. */
  readonly message: string;
}

/** Keeps what waits for somebody's yes. */
export async function keepProposal(
  services: Services,
  { visitor, board, wanted }: { readonly visitor: Visitor; readonly board: Board; readonly wanted: NewProposal },
): Promise<Proposal> {
  const { boardId, userId } = visitor;
  const { operations, items, reason, seen, origin, message } = wanted;
  const row: ProposalRow = {
    board_id: boardId,
    id: randomUUID(),
    user_id: userId,
    origin,
    operations: JSON.stringify(operations),
    items: JSON.stringify(items),
    reason,
    message,
    seen,
    state: 'waits',
    change_id: null,
    created_at: timeOf(services.clock),
  };
  await writeTransaction(services.db, async (trx) => {
    await trx.insertInto('proposals').values(row).execute();
    const newest = trx
      .selectFrom('proposals')
      .select('id')
      .where('user_id', '=', userId)
      .where('board_id', '=', boardId)
      .orderBy('created_at', 'desc')
      .limit(MOST_KEPT);
    await trx
      .deleteFrom('proposals')
      .where('user_id', '=', userId)
      .where('board_id', '=', boardId)
      .where('id', 'not in', newest)
      .execute();
  });
  return proposalOf(services.db.read, board, row);
}

/** One's own proposals on a board. */
function proposalsOf(db: Queries, { boardId, userId }: Visitor) {
  return db.selectFrom('proposals').selectAll().where('user_id', '=', userId).where('board_id', '=', boardId);
}

/** One's own proposal. */
export async function findProposal(db: Queries, visitor: Visitor, id: Id): Promise<ProposalRow | undefined> {
  return proposalsOf(db, visitor).where('id', '=', id).executeTakeFirst();
}

/** The last proposal that waits and was shown with this answer. */
export async function findWaiting(db: Queries, visitor: Visitor, message: string): Promise<ProposalRow | undefined> {
  return proposalsOf(db, visitor)
    .where('message', '=', message)
    .where('state', '=', 'waits')
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The proposal that has become this change of a client's. */
export async function findAcceptedBy(db: Queries, visitor: Visitor, changeId: Id): Promise<ProposalRow | undefined> {
  return proposalsOf(db, visitor).where('change_id', '=', changeId).executeTakeFirst();
}

/** A proposal as a client needs it to look at it again by itself. */
export async function proposalOf(db: Queries, board: Board, row: ProposalRow): Promise<Proposal> {
  // What was kept was checked when it came.
  const operations = JSON.parse(row.operations) as Operation[];
  const loaded = row.state === 'waits' ? await loadRows(db, board, rowsNamed(operations)) : new Map();
  const rows = [...loaded.values()];
  return {
    id: row.id,
    operations,
    items: JSON.parse(row.items) as Item[],
    reason: row.reason,
    seen: row.seen,
    state: row.state,
    loaded: { cards: rows.filter(isCard), columns: rows.filter(isColumn) },
  };
}

/** Turns a proposal down, if it still waits. */
export async function dismissProposal(services: Services, visitor: Visitor, id: Id): Promise<void> {
  await writeTransaction(services.db, async (trx) => {
    await trx
      .updateTable('proposals')
      .set({ state: 'dismissed' })
      .where('board_id', '=', visitor.boardId)
      .where('id', '=', id)
      .where('user_id', '=', visitor.userId)
      .where('state', '=', 'waits')
      .execute();
  });
}

interface Anew {
  readonly review: Review;
  readonly operations: readonly Operation[];
  /** The answer that shows it. */
  readonly message: string;
  /** Whether it is all of the proposal, and not what somebody has made of it. */
  readonly isWhole: boolean;
}

/** The proposal as it is to be looked at after the board has changed. */
export async function showAnew(
  services: Services,
  row: ProposalRow,
  { review, operations, message, isWhole }: Anew,
): Promise<ProposalRow> {
  const { seen } = review;
  const shown = { operations: JSON.stringify(operations), items: JSON.stringify(itemsOf(review)), message, seen };
  if (isWhole) {
    await writeTransaction(services.db, async (trx) => {
      await trx
        .updateTable('proposals')
        .set(shown)
        .where('board_id', '=', row.board_id)
        .where('id', '=', row.id)
        .where('state', '=', 'waits')
        .execute();
    });
  }
  return { ...row, ...shown };
}
