import { isRefusal } from '@talkan/board/refusal';
import { findMembership, type Visitor } from '../../boards/members.js';
import type { Services } from '../../context.js';
import { writeTransaction, type Queries } from '../../db/open.js';
import { RefusalError } from '../../refusal-error.js';

/** Whether somebody wants to be asked on this board before the assistant changes anything. */
export async function readMode(db: Queries, { boardId, userId }: Visitor): Promise<boolean> {
  const row = await db
    .selectFrom('board_marks')
    .select('asks_first')
    .where('board_id', '=', boardId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  return row?.asks_first === 1;
}

/** @throws RefusalError where they are no member any more */
export async function setMode(services: Services, visitor: Visitor, asksFirst: boolean): Promise<void> {
  const { boardId, userId } = visitor;
  const mode = { asks_first: asksFirst ? 1 : 0 };
  await writeTransaction(services.db, async (trx) => {
    const membership = await findMembership(trx.run, visitor, 'viewer');
    if (isRefusal(membership)) throw new RefusalError(membership);
    await trx
      .insertInto('board_marks')
      .values({ board_id: boardId, user_id: userId, starred: 0, visited_at: null, collapsed: '[]', ...mode })
      .onConflict((conflict) => conflict.columns(['board_id', 'user_id']).doUpdateSet(mode))
      .execute();
  });
}
