import { lazy, Suspense } from 'react';
import { useLocation } from 'wouter';
import { Appearance } from './appearance/appearance';
import { Opening, SessionGate } from './auth/session-gate';
import { JOIN_PATH } from './join/join-path';
import { Workspace } from './shell/workspace';
import { Announcer } from './ui/announce';
import { Toasts } from './ui/toast';

const JoinPage = lazy(async () => ({ default: (await import('./join/join-page')).JoinPage }));

export function App() {
  const [address] = useLocation();
  return (
    <>
      {/* The way in for who has no account yet, too. */}
      {address === JOIN_PATH ? (
        <Suspense fallback={<Opening />}>
          <JoinPage />
        </Suspense>
      ) : (
        <SessionGate>{(session) => <Workspace session={session} />}</SessionGate>
      )}
      <Appearance />
      <Toasts />
      <Announcer />
    </>
  );
}
