import type { Time } from '@talkan/board/model';
import { id } from '@talkan/board/operation-parts';
import { ROLES, type Role } from '@talkan/board/roles';
import { z } from 'zod';
import { timeOf } from '../clock.js';
import { boardProcedure, protectedProcedure, publicProcedure, router } from '../trpc.js';
import { acceptInvitation, type Joined } from './accept.js';
import {
  createInvitation,
  listInvitations,
  revokeInvitation,
  type Invitation,
  type NewInvitation,
} from './invitations.js';
import { findOffer, requireOpen } from './offers.js';
import { invitationToken } from './token.js';

/** What the holder of a link learns before joining. */
export interface Look {
  readonly boardTitle: string;
  readonly role: Role;
  /** The user name of who made the invitation. */
  readonly inviter: string;
  readonly expiresAt: Time;
}

export const invitationsRouter = router({
  create: boardProcedure('owner')
    .input(z.strictObject({ boardId: id, role: z.enum(ROLES) }))
    .mutation(({ ctx, input }): Promise<NewInvitation> =>
      createInvitation(ctx.services, { ...input, userId: ctx.session.user.id }),
    ),

  list: boardProcedure('owner')
    .input(z.strictObject({ boardId: id }))
    .query(({ ctx, input }): Promise<Invitation[]> => listInvitations(ctx.services, input.boardId)),

  revoke: boardProcedure('owner')
    .input(z.strictObject({ boardId: id, id }))
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      await revokeInvitation(ctx.services, { ...input, userId: ctx.session.user.id });
      return {};
    }),

  // It changes nothing, but a query is a GET, and a token in an address ends up in logs.
  look: publicProcedure
    .input(z.strictObject({ token: invitationToken }))
    .mutation(async ({ ctx, input }): Promise<Look> => {
      const offer = await findOffer(ctx.services, { ...input, address: ctx.request.address });
      requireOpen(offer, timeOf(ctx.services.clock));
      const { boardTitle, role, inviter, expiresAt } = offer;
      return { boardTitle, role, inviter, expiresAt };
    }),

  accept: protectedProcedure
    .input(z.strictObject({ token: invitationToken }))
    .mutation(({ ctx, input }): Promise<Joined> => {
      const { session, request, services } = ctx;
      return acceptInvitation(services, { ...input, address: request.address, userId: session.user.id });
    }),
});
