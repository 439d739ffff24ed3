import type { Id, Time } from '@talkan/board/model';
import { timeOf } from '../clock.js';
import type { Services } from '../context.js';
import type { Queries } from '../db/open.js';
import { statement, type Run } from '../db/statement.js';
import type { NoticeKind } from '../db/tables.js';

/** That something on a card is somebody's to see. */
export interface Notice {
  readonly id: Id;
  readonly kind: NoticeKind;
  readonly at: Time;
  readonly isRead: boolean;
  /** Who has done it. */
  readonly actor: { readonly id: Id; readonly name: string };
  readonly board: { readonly id: Id; readonly key: string; readonly title: string };
  readonly card: { readonly id: Id; readonly number: number; readonly title: string; readonly isArchived: boolean };
}

export interface NoticesPage {
  /** The last one first. */
  readonly notices: readonly Notice[];
  /** What to send as `before` for older ones; `null`: there are none. */
  readonly next: Id | null;
}

export interface NoticesRequest {
  readonly userId: Id;
  readonly before?: Id | undefined;
  readonly limit: number;
}

/** A page of somebody's notices, read or not. */
export async function listNotices(db: Queries, { userId, before, limit }: NoticesRequest): Promise<NoticesPage> {
  let query = db
    .selectFrom('notices')
    .innerJoin('users', 'users.id', 'notices.actor_id')
    .innerJoin('boards', 'boards.id', 'notices.board_id')
    .innerJoin('cards', (join) =>
      join.onRef('cards.board_id', '=', 'notices.board_id').onRef('cards.id', '=', 'notices.card_id'),
    )
    .select(['notices.id', 'notices.kind', 'notices.at', 'notices.read_at'])
    .select(['users.id as actor_id', 'users.username', 'boards.id as board_id', 'boards.key', 'boards.title as board'])
    .select(['cards.id as card_id', 'cards.number', 'cards.title as card', 'cards.archived_at'])
    .where('notices.user_id', '=', userId);
  if (before !== undefined) query = query.where('notices.id', '<', before);
  const rows = await query
    .orderBy('notices.id', 'desc')
    .limit(limit + 1)
    .execute();
  const notices = rows.slice(0, limit).map((row): Notice => ({
    id: row.id,
    kind: row.kind,
    at: row.at,
    isRead: row.read_at !== null,
    actor: { id: row.actor_id, name: row.username },
    board: { id: row.board_id, key: row.key, title: row.board },
    card: { id: row.card_id, number: row.number, title: row.card, isArchived: row.archived_at !== null },
  }));
  return { notices, next: rows.length > limit ? (notices.at(-1)?.id ?? null) : null };
}

const unreadOf = statement((db, at: { userIds: string }) =>
  db
    .selectFrom('notices')
    .select((query) => ['user_id', query.fn.countAll<number>().as('count')])
    .where('read_at', 'is', null)
    .where('user_id', 'in', (query) =>
      query.selectFrom(query.fn<{ value: Id }>('json_each', [query.val(at.userIds)]).as('asked')).select('asked.value'),
    )
    .groupBy('user_id'),
);

/** How many notices each of these people has not read; who has read all is left out. */
export async function countUnread(run: Run, userIds: readonly Id[]): Promise<ReadonlyMap<Id, number>> {
  const rows = await run(unreadOf, { userIds: JSON.stringify(userIds) });
  return new Map(rows.map(({ user_id: userId, count }) => [userId, count]));
}

/** Those of these ids, those about one card, or all. */
export type NoticeChoice = readonly Id[] | 'all' | { readonly boardId: Id; readonly cardId: Id };

/** Notes that somebody has seen some of their notices. Those of others stay as they are. */
export async function readNotices(services: Services, userId: Id, choice: NoticeChoice): Promise<void> {
  let query = services.db.write
    .updateTable('notices')
    .set({ read_at: timeOf(services.clock) })
    .where('user_id', '=', userId)
    .where('read_at', 'is', null);
  if (choice !== 'all') {
    query =
      'cardId' in choice
        ? query.where('board_id', '=', choice.boardId).where('card_id', '=', choice.cardId)
        : query.where('id', 'in', choice);
  }
  await query.execute();
}
