import type { Id } from '@talkan/board/model';
import { z } from 'zod';
import { chooseModel } from '../assistant/model.js';
import { readSettings } from '../assistant/settings.js';
import { invitationToken } from '../invitations/token.js';
import { NO_MODEL } from '../no-model.js';
import { protectedProcedure, publicProcedure, router } from '../trpc.js';
import { PASSWORD_LENGTH } from './passwords.js';
import { register } from './register.js';
import { endSession, SESSION_SECONDS } from './sessions.js';
import { changePassword, signIn } from './users.js';

// Longer than any that was ever set, and short enough to hash.
const anyPassword = z.string().min(1, 'Must not be empty').max(1_000, 'Must be at most 1,000 characters');
const newPassword = z
  .string()
  .min(PASSWORD_LENGTH.least, `Must be at least ${PASSWORD_LENGTH.least} characters`)
  .max(PASSWORD_LENGTH.most, `Must be at most ${PASSWORD_LENGTH.most} characters`);
const username = z.string().min(1, 'Must not be empty').max(120, 'Must be at most 120 characters');

// Narrower than what signing in takes: names stand beside each other's work, and must not be taken for one another.
const newUsername = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/,
    'Must be 1 to 40 letters (a to z), digits, dots, hyphens or underscores, starting with a letter or digit',
  );

export const authRouter = router({
  login: publicProcedure
    .input(z.strictObject({ username, password: anyPassword }))
    .mutation(async ({ ctx, input }): Promise<{ token: string | null }> => {
      const token = await signIn(ctx.services, input, ctx.request.address);
      if (!ctx.request.browser) return { token };
      ctx.request.setSessionCookie(token, SESSION_SECONDS);
      return { token: null };
    }),

  register: publicProcedure
    .input(z.strictObject({ token: invitationToken, username: newUsername, password: newPassword }))
    .mutation(async ({ ctx, input }): Promise<{ token: string | null; boardId: Id }> => {
      const { token, boardId } = await register(ctx.services, { ...input, address: ctx.request.address });
      if (!ctx.request.browser) return { token, boardId };
      ctx.request.setSessionCookie(token, SESSION_SECONDS);
      return { token: null, boardId };
    }),

  logout: protectedProcedure.mutation(async ({ ctx }): Promise<Record<string, never>> => {
    await endSession(ctx.services, ctx.session);
    ctx.request.setSessionCookie(null, 0);
    return {};
  }),

  me: protectedProcedure.query(async ({ ctx }) => {
    const { services, session } = ctx;
    const { config, problem } = await chooseModel(services, await readSettings(services));
    const ready = config !== null;
    return {
      user: session.user,
      demoPassword: session.demoPassword,
      /** Whether they look after this Talkan. */
      owner: session.instanceOwner,
      /** Another number after a restore: boards that are kept then count on from another past. */
      era: services.db.era,
      assistant: { ready, hint: ready ? null : (problem ?? NO_MODEL()) },
    };
  }),

  changePassword: protectedProcedure
    .input(z.strictObject({ current: anyPassword, next: newPassword }))
    .mutation(async ({ ctx, input }): Promise<Record<string, never>> => {
      const { session, request } = ctx;
      await changePassword(ctx.services, { session, ...input, address: request.address });
      return {};
    }),
});
