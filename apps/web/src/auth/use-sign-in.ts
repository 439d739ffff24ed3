import { useState } from 'react';
import { problemOf, type Problem } from '../problem';
import { api, trpc } from '../trpc';
import { clearDrafts } from '../ui/drafts';
import { reportSignedIn } from './session';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

export interface SignInFailure {
  readonly problem: Problem;
  /** In milliseconds; before it no try is worth it. */
  readonly waitUntil: number | null;
}

/** Signs in and lets the page go on: where it was for the same person, afresh for another one. */
export function useSignIn(onSignedIn?: () => void) {
  const utils = trpc.useUtils();
  const [failure, setFailure] = useState<SignInFailure | null>(null);
  const [busy, setBusy] = useState(false);

  const signIn = async (credentials: Credentials) => {
    setBusy(true);
    try {
      const before = utils.auth.me.getData();
      await api.auth.login.mutate(credentials);
      // In one request; what the page asks for next is there then.
      const [me] = await Promise.all([api.auth.me.query(), utils.boards.list.prefetch()]);
      if (before && before.user.id !== me.user.id) {
        // What stands on this page is somebody else's.
        clearDrafts();
        location.assign('/');
        return;
      }
      if (before && before.era !== me.era) {
        // A backup was restored: this page's boards count on from another past. What waits to be sent is kept, and sent by the next one.
        location.reload();
        return;
      }
      setFailure(null);
      utils.auth.me.setData(undefined, me);
      reportSignedIn();
      onSignedIn?.();
    } catch (error) {
      const problem = problemOf(error);
      const { retryAfter } = problem;
      setFailure({ problem, waitUntil: retryAfter === null ? null : Date.now() + retryAfter * 1000 });
    } finally {
      setBusy(false);
    }
  };

  return { failure, busy, signIn };
}
