import { id } from '@talkan/board/operation-parts';
import { ROLES } from '@talkan/board/roles';
import { z } from 'zod';
import { boardProcedure, router } from '../trpc.js';
import { listPeople, type BoardPerson } from './people.js';
import { listMembers, removeMember, setRole, type Member } from './roster.js';

export const membersRouter = router({
  list: boardProcedure('viewer')
    .input(z.strictObject({ boardId: id }))
    .query(({ ctx, input }): Promise<Member[]> => listMembers(ctx.services.db.read, input.boardId)),

  people: boardProcedure('viewer')
    .input(z.strictObject({ boardId: id }))
    .query(({ ctx, input }): Promise<BoardPerson[]> => listPeople(ctx.services.db.read, input.boardId)),

  setRole: boardProcedure('owner')
    .input(z.strictObject({ boardId: id, userId: id, role: z.enum(ROLES) }))
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      await setRole(ctx.services, { ...input, actorId: ctx.session.user.id });
      return {};
    }),

  // Owners remove anybody, everybody else only themselves.
  remove: boardProcedure('viewer')
    .input(z.strictObject({ boardId: id, userId: id }))
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      await removeMember(ctx.services, { ...input, actorId: ctx.session.user.id });
      return {};
    }),
});
