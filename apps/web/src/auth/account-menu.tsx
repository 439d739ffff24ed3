import { CircleUserRound, KeyRound, LogOut } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { IconButton } from '../ui/button';
import { Menu } from '../ui/menu';
import { useLoaded } from '../ui/use-loaded';
import { passwordDialogOpen } from './password-dialog-open';
import { useLeaving } from './use-leaving';
import type { Session } from './use-session';

const loadPassword = () => import('./password-dialog');

export function AccountMenu({ session }: { session: Session }) {
  const { username } = session.user;
  const changing = useSyncExternalStore(passwordDialogOpen.subscribe, passwordDialogOpen.get);
  const password = useLoaded(loadPassword, changing);
  const { leave, question } = useLeaving(session);

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
          { label: 'Sign out', icon: LogOut, onSelect: leave },
        ]}
      />
      {changing && password && (
        <password.PasswordDialog username={username} onClose={() => passwordDialogOpen.set(false)} />
      )}
      {question}
    </>
  );
}
