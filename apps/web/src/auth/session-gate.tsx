import { useSyncExternalStore, type ReactNode } from 'react';
import { Notice } from '../shell/notice';
import { statusOf, problemOf } from '../problem';
import { trpc } from '../trpc';
import { Button } from '../ui/button';
import { sessionEnded } from './session';
import styles from './session-gate.module.css';
import { SignInPage } from './sign-in-page';
import type { Session } from './use-session';

/** Shows what is inside to somebody who is signed in, and the sign-in page to anybody else. */
export function SessionGate({ children }: { children: (session: Session) => ReactNode }) {
  const me = trpc.auth.me.useQuery(undefined, { staleTime: Infinity });
  const ended = useSyncExternalStore(sessionEnded.subscribe, sessionEnded.get);

  if (me.data) {
    return (
      <>
        {/* Kept, out of reach, while somebody signs in again: what was not sent yet is still there afterwards. */}
        <div inert={ended} className={styles['shell']}>
          {children(me.data)}
        </div>
        {ended && <SignInPage again={me.data.user.username} />}
      </>
    );
  }
  if (me.isPending) return null;
  if (statusOf(me.error) === 401) return <SignInPage />;
  return (
    <Notice
      title="Talkan cannot be opened"
      action={
        <Button variant="primary" disabled={me.isFetching} onClick={() => void me.refetch()}>
          Retry
        </Button>
      }
    >
      {problemOf(me.error).message}
    </Notice>
  );
}
