import { Workspace } from './shell/workspace';
import { SessionGate } from './auth/session-gate';
import { Announcer } from './ui/announce';
import { Toasts } from './ui/toast';

export function App() {
  return (
    <>
      <SessionGate>{(session) => <Workspace session={session} />}</SessionGate>
      <Toasts />
      <Announcer />
    </>
  );
}
