import { CircleUserRound, KeyRound, LogOut } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { unsavedChanges } from '../shell/unsaved';
import { IconButton } from '../ui/button';
import { Menu } from '../ui/menu';
import { useLoaded } from '../ui/use-loaded';
import { passwordDialogOpen } from './password-dialog-open';
import { UnsavedDialog } from './unsaved-dialog';
import { useSignOut } from './use-sign-out';
import type { Session } from './use-session';

const loadPassword = () => import('./password-dialog');

export function AccountMenu({ session }: { session: Session }) {
  const { username } = session.user;
  const changing = useSyncExternalStore(passwordDialogOpen.subscribe, passwordDialogOpen.get);
  const password = useLoaded(loadPassword);
  const [asking, setAsking] = useState(false);
  const signOut = useSignOut(session);

  return (
    <>
      <Menu
        label={`Account of ${username}`}
        heading={`Signed in as ${username}`}
        trigger={(props) => (
          <IconButton label="Account" {...props}>
            <CircleUserRound size={18} aria-hidden="true" />
          </IconButton>
        )}
        items={[
          { label: 'Change password', icon: KeyRound, onSelect: () => passwordDialogOpen.set(true) },
          {
            label: 'Sign out',
            icon: LogOut,
            onSelect: () => (unsavedChanges.get() > 0 ? setAsking(true) : void signOut()),
          },
        ]}
      />
      {changing && password && (
        <password.PasswordDialog username={username} onClose={() => passwordDialogOpen.set(false)} />
      )}
      {asking && <UnsavedDialog onClose={() => setAsking(false)} onSignOut={() => void signOut()} />}
    </>
  );
}
