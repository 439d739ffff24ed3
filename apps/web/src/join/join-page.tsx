import { t } from '@talkan/words/words';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { EntryButton } from '../auth/entry-form';
import { EntryPage } from '../auth/entry-page';
import { Opening } from '../auth/session-gate';
import { useCountdown } from '../auth/use-countdown';
import type { Session } from '../auth/use-session';
import { boardPath } from '../board/paths';
import { asRole } from '../company/role-words';
import { problemOf, statusOf } from '../problem';
import { api, trpc, type RouterOutputs } from '../trpc';
import { hurdleOf } from './hurdle';
import { forgetInvitation, useInvitation } from './invitation-link';
import { JoinAsNewcomer } from './join-as-newcomer';
import { JoinAsSelf } from './join-as-self';
import { useJoining } from './use-joining';
import styles from './join-page.module.css';

export type Offer = RouterOutputs['invitations']['look'];

/** What the link of an invitation opens, for whoever has it. */
export function JoinPage() {
  const token = useInvitation();
  useEffect(() => {
    document.title = t`Invitation · Talkan`;
  }, []);
  if (token !== null) return <Invited key={token} token={token} />;
  return (
    <Dead title={t`This link is not whole`}>
      {t`The link of an invitation ends with 43 characters after a “#”. Copy all of it, or ask for a new one.`}
    </Dead>
  );
}

function Invited({ token }: { token: string }) {
  const me = trpc.auth.me.useQuery();
  const look = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => api.invitations.look.mutate({ token }),
    gcTime: 0,
  });
  const joining = useJoining(token, look.data);
  const session = me.error ? undefined : me.data;
  const error = look.error ?? (statusOf(me.error) === 401 ? null : me.error);

  if (error) {
    const again = () => void (look.error ? look : me).refetch();
    const updatedAt = look.error ? look.errorUpdatedAt : me.errorUpdatedAt;
    return <Failure error={error} at={updatedAt} busy={look.isFetching || me.isFetching} onRetry={again} />;
  }
  if (me.isPending || !look.data) return <Opening />;
  switch (joining.hurdle?.kind) {
    case 'closed':
      return <Dead title={t`This invitation is not good any more`}>{joining.problem ?? ''}</Dead>;
    case 'member':
      return <Member boardId={joining.hurdle.boardId}>{joining.problem ?? ''}</Member>;
    case 'username':
    case 'password':
    case 'signed-out':
    case 'passing':
    case undefined:
      return <Open offer={look.data} session={session} joining={joining} />;
  }
}

interface OpenProps {
  offer: Offer;
  session: Session | undefined;
  joining: ReturnType<typeof useJoining>;
}

function Open({ offer, session, joining }: OpenProps) {
  const { inviter, boardTitle, role } = offer;
  const title = t`${inviter} invites you to the board “${boardTitle}” as ${asRole(role)}.`;
  return session ? (
    <JoinAsSelf title={title} session={session} joining={joining} />
  ) : (
    <JoinAsNewcomer title={title} joining={joining} />
  );
}

interface FailureProps {
  error: unknown;
  /** When it was told, in milliseconds. */
  at: number;
  busy: boolean;
  onRetry: () => void;
}

/** The invitation could not be looked at: for now, or for good. */
function Failure({ error, at, busy, onRetry }: FailureProps) {
  const problem = problemOf(error);
  const wait = useCountdown(problem.retryAfter === null ? null : at + problem.retryAfter * 1000);
  if (hurdleOf(problem).kind === 'closed') {
    return <Dead title={t`This invitation is not good any more`}>{problem.message}</Dead>;
  }
  return (
    <EntryPage title={t`The invitation could not be opened`}>
      <p className={styles['sentence']} role="alert">
        {problem.message}
      </p>
      <EntryButton busy={busy} wait={wait} onClick={() => !busy && wait === 0 && onRetry()}>
        {t`Retry`}
      </EntryButton>
    </EntryPage>
  );
}

/** An invitation that lets nobody in. */
function Dead({ title, children }: { title: string; children: string }) {
  const [, navigate] = useLocation();
  const leave = () => {
    navigate('/', { replace: true });
    forgetInvitation();
  };
  return (
    <EntryPage title={title}>
      <p className={styles['sentence']} role="alert">
        {children}
      </p>
      <EntryButton onClick={leave}>{t`Go to Talkan`}</EntryButton>
    </EntryPage>
  );
}

function Member({ boardId, children }: { boardId: string; children: string }) {
  const [, navigate] = useLocation();
  const go = () => {
    navigate(boardPath(boardId), { replace: true });
    forgetInvitation();
  };
  return (
    <EntryPage title={t`You are on this board already`}>
      <p className={styles['sentence']} role="alert">
        {children}
      </p>
      <EntryButton onClick={go}>{t`Go to the board`}</EntryButton>
    </EntryPage>
  );
}
