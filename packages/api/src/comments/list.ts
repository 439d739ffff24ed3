import type { Comment, Id } from '@talkan/board/model';
import { refuse, type Refusal } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { sql } from 'kysely';
import { commentOf } from '../boards/rows.js';
import type { Queries } from '../db/open.js';

/** A part of what was said about one card. */
export interface CommentsRequest {
  readonly boardId: Id;
  readonly cardId: Id;
  /** Only what was said before this comment. */
  readonly before?: Id | undefined;
  readonly limit: number;
}

/** A comment and the name of who wrote it, who may have left since. */
export interface SaidComment extends Comment {
  readonly authorName: string;
}

export interface CommentsPage {
  /** The last one last; those that were deleted are left out. */
  readonly comments: readonly SaidComment[];
  /** What to send as `before` for those before; `null`: there are none. */
  readonly next: Id | null;
  /** How far the board's log was, at least: changes up to it are in here. */
  readonly seq: number;
}

/** The last page of a card's comments, or the one before a comment that is known. The card may be archived. */
export async function listComments(db: Queries, request: CommentsRequest): Promise<CommentsPage | Refusal> {
  const { boardId, cardId, before, limit } = request;
  const [board] = await db
    .selectFrom('boards')
    .innerJoin('cards', 'cards.board_id', 'boards.id')
    .select('boards.seq')
    .where('boards.id', '=', boardId)
    .where('cards.id', '=', cardId)
    .execute();
  if (!board) return refuse('not_found', t`There is no card “${cardId}” on this board.`, [cardId]);
  let query = db
    .selectFrom('comments')
    .innerJoin('users', 'users.id', 'comments.author_id')
    .selectAll('comments')
    .select('users.username')
    .where('board_id', '=', boardId)
    .where('card_id', '=', cardId)
    .where('archived_at', 'is', null);
  if (before !== undefined) {
    // Where it stood, also where it was deleted since.
    const place = sql`(select created_at, id from comments where board_id = ${boardId} and card_id = ${cardId} and id = ${before})`;
    query = query.where(sql<boolean>`(comments.created_at, comments.id) < ${place}`);
  }
  const rows = await query
    .orderBy('comments.created_at', 'desc')
    .orderBy('comments.id', 'desc')
    // One more than is told: whether there is any.
    .limit(limit + 1)
    .execute();
  const comments = rows
    .slice(0, limit)
    .toReversed()
    .map(({ username, ...row }) => ({ ...commentOf(row), authorName: username }));
  return { comments, next: rows.length > limit ? (comments[0]?.id ?? null) : null, seq: board.seq };
}
