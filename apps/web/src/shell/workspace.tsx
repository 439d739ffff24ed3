import type { Session } from '../auth/use-session';
export function Workspace({ session }: { session: Session }) {
  return <>{session.user.username}</>;
}
