import { id } from '@talkan/board/operation-parts';
import { z } from 'zod';
import { ownerProcedure, router } from '../trpc.js';
import { addOwner, listOwners, removeOwner } from './owners.js';

const username = z.string().trim().min(1, 'Must not be empty').max(120, 'Must be at most 120 characters');

/** Who looks after this Talkan. */
export const ownersRouter = router({
  list: ownerProcedure.query(({ ctx }) => listOwners(ctx.services)),

  add: ownerProcedure.input(z.strictObject({ username })).mutation(async ({ ctx, input }) => {
    await addOwner(ctx.services, input.username);
    return listOwners(ctx.services);
  }),

  /** Of oneself, too, as long as there is another one. */
  remove: ownerProcedure.input(z.strictObject({ userId: id })).mutation(async ({ ctx, input }) => {
    await removeOwner(ctx.services, input.userId);
    return listOwners(ctx.services);
  }),
});
