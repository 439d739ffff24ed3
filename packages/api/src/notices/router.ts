import { id } from '@talkan/board/operation-parts';
import { z } from 'zod';
import { protectedProcedure, router } from '../trpc.js';
import { countUnread, listNotices, readNotices, type NoticesPage } from './read.js';

/** One's own, and nobody else's. */
export const noticesRouter = router({
  list: protectedProcedure
    .input(z.strictObject({ before: id.optional(), limit: z.int().min(1).max(100).default(30) }))
    .query(({ ctx, input }): Promise<NoticesPage> =>
      listNotices(ctx.services.db.read, { ...input, userId: ctx.session.user.id }),
    ),

  unread: protectedProcedure.query(async ({ ctx }): Promise<{ count: number }> => {
    const { id: userId } = ctx.session.user;
    return { count: (await countUnread(ctx.services.db.lookUp, [userId])).get(userId) ?? 0 };
  }),

  read: protectedProcedure
    .input(
      z
        .strictObject({
          ids: z.array(id).min(1).max(200).optional(),
          card: z.strictObject({ boardId: id, cardId: id }).optional(),
          all: z.literal(true).optional(),
        })
        .refine((input) => Object.values(input).filter((one) => one !== undefined).length === 1, {
          path: ['ids'],
          message: 'Name some, or a card, or say that it is all',
        }),
    )
    .mutation(async ({ ctx, input: { ids, card } }): Promise<Record<string, never>> => {
      await readNotices(ctx.services, ctx.session.user.id, ids ?? card ?? 'all');
      return {};
    }),
});
