import { useState, type ReactNode } from 'react';
import { unsavedChanges, unsettledChanges } from '../shell/unsaved';
import { UnsavedDialog } from './unsaved-dialog';
import { useSignOut } from './use-sign-out';
import type { Session } from './use-session';

/** Signing out, asked about first where something is not saved yet. The question is drawn where `question` stands. */
export function useLeaving(session: Session, next?: string): { leave: () => void; question: ReactNode } {
  const [asking, setAsking] = useState(false);
  const signOut = useSignOut(session, next);
  return {
    leave: () => (unsavedChanges.get() + unsettledChanges.get() > 0 ? setAsking(true) : void signOut()),
    question: asking && <UnsavedDialog onClose={() => setAsking(false)} onSignOut={() => void signOut()} />,
  };
}
