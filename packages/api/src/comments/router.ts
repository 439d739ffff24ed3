import { id } from '@talkan/board/operation-parts';
import { isRefusal } from '@talkan/board/refusal';
import { z } from 'zod';
import { readTransaction } from '../db/open.js';
import { RefusalError } from '../refusal-error.js';
import { boardProcedure, router } from '../trpc.js';
import { listComments, type CommentsPage } from './list.js';

/** They are written by `boards.commit`. */
export const commentsRouter = router({
  list: boardProcedure('viewer')
    .input(
      z.strictObject({
        boardId: id,
        cardId: id,
        before: id.optional(),
        limit: z.int().min(1).max(100).default(50),
      }),
    )
    .query(async ({ ctx, input }): Promise<CommentsPage> => {
      const page = await readTransaction(ctx.services.db, (trx) => listComments(trx, input));
      if (isRefusal(page)) throw new RefusalError(page);
      return page;
    }),
});
