import { t } from '@talkan/words/words';
import { lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react';
import { Notice } from '../shell/notice';
import { statusOf, problemOf } from '../problem';
import { OR_KEPT } from '../sync/kept-answers';
import { trpc } from '../trpc';
import { BrandMark } from '../ui/brand-mark';
import { Button } from '../ui/button';
import { sessionEnded } from './session';
import styles from './session-gate.module.css';
import type { Session } from './use-session';

// Not part of the first load of the board.
const SignInPage = lazy(async () => ({ default: (await import('./sign-in-page')).SignInPage }));

/** Shows what is inside to somebody who is signed in, and the sign-in page to anybody else. */
export function SessionGate({ children }: { children: (session: Session) => ReactNode }) {
  const me = trpc.auth.me.useQuery(undefined, OR_KEPT);
  const ended = useSyncExternalStore(sessionEnded.subscribe, sessionEnded.get);

  if (me.data) {
    return (
      <>
        {/* Kept, out of reach, while somebody signs in again: what was not sent yet is still there afterwards. */}
        <div inert={ended} className={styles['shell']}>
          {children(me.data)}
        </div>
        <Suspense>{ended && <SignInPage again={me.data.user.username} />}</Suspense>
      </>
    );
  }
  if (me.isPending) return <Opening />;
  if (statusOf(me.error) === 401)
    return (
      <Suspense fallback={<Opening />}>
        <SignInPage />
      </Suspense>
    );
  return (
    <Notice
      title={t`Talkan cannot be opened`}
      action={
        <Button variant="primary" disabled={me.isFetching} onClick={() => void me.refetch()}>
          {t`Retry`}
        </Button>
      }
    >
      {problemOf(me.error).message}
    </Notice>
  );
}

/** Seen only where the server takes its time. */
export function Opening() {
  return (
    <output className={styles['opening']}>
      <BrandMark size={44} />
      <span className="sr-only">{t`Opening Talkan`}</span>
    </output>
  );
}
