import type { AppRouter } from '@talkan/api/root';
import type { TRPCLink } from '@trpc/client';
import { tap } from '@trpc/server/observable';
import { statusOf } from '../problem';
import { reportSignedOut } from './session';

/** Procedures that answer 401 for another reason than a session that has ended. */
const OWN_401: readonly string[] = ['auth.login', 'auth.me', 'auth.changePassword'];

/** Notices, whatever was called, that the server no longer knows the session. */
export const watchSession: TRPCLink<AppRouter> =
  () =>
  ({ next, op }) =>
    next(op).pipe(
      tap({
        error(error) {
          if (statusOf(error) === 401 && !OWN_401.includes(op.path)) reportSignedOut();
        },
      }),
    );
