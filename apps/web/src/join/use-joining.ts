import type { Id } from '@talkan/board/model';
import type { Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { reportSignedIn } from '../auth/session';
import { boardPath } from '../board/paths';
import { asRole } from '../company/role-words';
import { problemOf } from '../problem';
import { api, trpc } from '../trpc';
import { showToast } from '../ui/toast';
import { hurdleOf, type Hurdle } from './hurdle';
import { forgetInvitation } from './invitation-link';
import type { Offer } from './join-page';
import type { NewAccount } from './new-account';

export interface Joining {
  readonly busy: boolean;
  /** What the last try ran into, and the sentence that says it. */
  readonly hurdle: Hurdle | null;
  readonly problem: string | null;
  /** In milliseconds; before it no try is worth it. */
  readonly waitUntil: number | null;
  /** Joins with an account that is made for it. */
  readonly register: (account: NewAccount) => void;
  /** Joins as whoever is signed in. */
  readonly accept: () => void;
}

interface Stop {
  readonly hurdle: Hurdle;
  readonly problem: string;
  readonly waitUntil: number | null;
}

const SESSION_ENDED = t`Your session has ended. Sign in again to join.`;

/** The two ways to a board by an invitation; at their end the page goes on there. */
export function useJoining(token: string, offer: Offer | undefined): Joining {
  const utils = trpc.useUtils();
  const [, navigate] = useLocation();
  const [busy, setBusy] = useState(false);
  const [stop, setStop] = useState<Stop | null>(null);

  const arrive = ({ boardId, role }: { readonly boardId: Id; readonly role: Role }) => {
    void utils.boards.list.reset();
    navigate(boardPath(boardId), { replace: true });
    forgetInvitation();
    showToast({ message: t`You are on “${offer?.boardTitle ?? ''}” now, as ${asRole(role)}.` });
  };
  const attempt = async (join: () => Promise<{ readonly boardId: Id; readonly role: Role }>) => {
    if (busy) return;
    setBusy(true);
    try {
      arrive(await join());
    } catch (error) {
      const stopped = stopOf(error);
      if (stopped.hurdle.kind === 'signed-out') lookWhoIsHere();
      setStop(stopped);
    } finally {
      setBusy(false);
    }
  };
  /** It has changed, and no board waits under this page for its own person to come back. */
  const lookWhoIsHere = () => {
    reportSignedIn();
    void utils.auth.me.reset();
  };

  return {
    busy,
    hurdle: stop && stop.hurdle,
    problem: stop && stop.problem,
    waitUntil: stop && stop.waitUntil,
    register: (account) =>
      void attempt(async () => {
        const { boardId } = await api.auth.register.mutate({ token, ...account });
        lookWhoIsHere();
        return { boardId, role: offer?.role ?? 'viewer' };
      }),
    accept: () => void attempt(() => api.invitations.accept.mutate({ token })),
  };
}

function stopOf(error: unknown): Stop {
  const problem = problemOf(error);
  const { message, retryAfter } = problem;
  const hurdle = hurdleOf(problem);
  return {
    hurdle,
    problem: hurdle.kind === 'signed-out' ? SESSION_ENDED : message,
    waitUntil: retryAfter === null ? null : Date.now() + retryAfter * 1000,
  };
}
