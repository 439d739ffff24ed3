import { LIMITS } from '@talkan/board/limits';
import type { Id, Time } from '@talkan/board/model';
import { id } from '@talkan/board/operation-parts';
import { isRefusal } from '@talkan/board/refusal';
import { z } from 'zod';
import { timeOf } from '../clock.js';
import type { Services } from '../context.js';
import { writeTransaction } from '../db/open.js';
import type { BoardMarksTable } from '../db/tables.js';
import { RefusalError } from '../refusal-error.js';
import { findMembership, type Visitor } from './members.js';

/** What a member keeps about a board for themselves; nobody else sees it. */
export interface BoardMarks {
  readonly starred: boolean;
  /** When they last opened it; `null`: not since this is kept. */
  readonly visitedAt: Time | null;
  /** The columns that they have folded; some may be gone by now. */
  readonly collapsed: readonly Id[];
}

/** What is left out stays as it is. */
export const marking = z.strictObject({
  boardId: id,
  starred: z.boolean().optional(),
  /** All of them: those that are left out are unfolded. */
  collapsed: z.array(id).max(LIMITS.columns).optional(),
  /** The board is being opened now. */
  visited: z.literal(true).optional(),
});
export type Marking = z.output<typeof marking>;

/** @throws RefusalError where they are no member any more */
export function markBoard(services: Services, request: Marking & Visitor): Promise<BoardMarks> {
  const { boardId, userId, starred, collapsed, visited } = request;
  const marks = {
    ...(starred !== undefined && { starred: starred ? 1 : 0 }),
    ...(collapsed !== undefined && { collapsed: JSON.stringify([...new Set(collapsed)]) }),
    ...(visited && { visited_at: timeOf(services.clock) }),
  };
  return writeTransaction(services.db, async (trx) => {
    // Asked again under the write lock: the membership may have been taken away since the request came in.
    const membership = await findMembership(trx.run, { boardId, userId }, 'viewer');
    if (isRefusal(membership)) throw new RefusalError(membership);
    const row = await trx
      .insertInto('board_marks')
      .values({ starred: 0, visited_at: null, collapsed: '[]', ...marks, board_id: boardId, user_id: userId })
      // Named so that there is something to set where nothing is to be changed.
      .onConflict((conflict) => conflict.columns(['board_id', 'user_id']).doUpdateSet({ board_id: boardId, ...marks }))
      .returning(['starred', 'visited_at', 'collapsed'])
      .executeTakeFirstOrThrow();
    return marksOf(row);
  });
}

type MarkedRow = Pick<BoardMarksTable, 'starred' | 'visited_at' | 'collapsed'>;

/** @param row of a member who has marked nothing yet everything is `null` */
export function marksOf(row: { readonly [Name in keyof MarkedRow]: MarkedRow[Name] | null }): BoardMarks {
  return {
    starred: row.starred === 1,
    visitedAt: row.visited_at,
    collapsed: JSON.parse(row.collapsed ?? '[]') as Id[],
  };
}
