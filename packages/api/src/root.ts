import { authRouter } from './auth/router.js';
import { boardsRouter } from './boards/router.js';
import { chatRouter } from './chat/router.js';
import { invitationsRouter } from './invitations/router.js';
import { membersRouter } from './members/router.js';
import { createCallerFactory, router } from './trpc.js';

export const appRouter = router({
  auth: authRouter,
  boards: boardsRouter,
  chat: chatRouter,
  invitations: invitationsRouter,
  members: membersRouter,
});
export type AppRouter = typeof appRouter;

/** Calls procedures inside this process, with the same checks as by HTTP. */
export const createCaller = createCallerFactory(appRouter);
export type Caller = ReturnType<typeof createCaller>;
