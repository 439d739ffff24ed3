import { id } from '@talkan/board/operation-parts';
import { z } from 'zod';
import { protectedProcedure, router } from '../trpc.js';
import { ARCHIVED } from './matches.js';
import { searchCards, type FoundCard } from './search.js';

const MOST_LETTERS = 200;
const MOST_CARDS = 50;

export const searchRouter = router({
  cards: protectedProcedure
    .input(
      z.strictObject({
        query: z.string().max(MOST_LETTERS),
        boardId: id.optional(),
        archived: z.enum(ARCHIVED).default('include'),
        limit: z.int().min(1).max(MOST_CARDS).default(20),
      }),
    )
    .query(({ ctx, input }): Promise<FoundCard[]> =>
      searchCards(ctx.services, { ...input, userId: ctx.session.user.id }),
    ),
});
