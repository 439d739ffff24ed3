import { assistantRouter } from './assistant/router.js';
import { authRouter } from './auth/router.js';
import { boardsRouter } from './boards/router.js';
import { chatRouter } from './chat/router.js';
import { commentsRouter } from './comments/router.js';
import { invitationsRouter } from './invitations/router.js';
import { membersRouter } from './members/router.js';
import { ownersRouter } from './owners/router.js';
import { searchRouter } from './search/router.js';
import { noticesRouter } from './notices/router.js';
import type { AnyProcedure, inferProcedureInput, inferProcedureOutput } from '@trpc/server';
import type { Context } from './context.js';
import { runProcedure } from './run-procedure.js';
import { createCallerFactory, router } from './trpc.js';

export const appRouter = router({
  assistant: assistantRouter,
  auth: authRouter,
  boards: boardsRouter,
  chat: chatRouter,
  comments: commentsRouter,
  invitations: invitationsRouter,
  members: membersRouter,
  owners: ownersRouter,
  search: searchRouter,
  notices: noticesRouter,
});
export type AppRouter = typeof appRouter;

/** Calls procedures inside this process, with the same checks as by HTTP. */
export const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;

/** Calls one procedure of `appRouter`: `call(appRouter.boards.get, { boardId })`. */
export type Call = <Procedure extends AnyProcedure>(
  procedure: Procedure,
  input: inferProcedureInput<Procedure>,
) => Promise<inferProcedureOutput<Procedure>>;

/** The same as a caller for somebody who makes one call: a caller costs more than that call. */
export function callerOf(ctx: Context, signal?: AbortSignal): Call {
  return (procedure, input) => runProcedure(procedure, { ctx, path: '', input, signal });
}
