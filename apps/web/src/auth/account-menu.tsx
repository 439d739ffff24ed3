import { CircleUserRound, KeyRound, LogOut } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { IconButton } from '../ui/button';
import { Menu, type MenuItem } from '../ui/menu';
import { useOffer } from '../ui/offers';
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

  const items: readonly MenuItem[] = [
    { label: 'Change password', icon: KeyRound, also: 'account', onSelect: () => passwordDialogOpen.set(true) },
    { label: 'Sign out', icon: LogOut, also: 'account log out leave', onSelect: leave },
  ];
  useOffer({ scope: 'account', items });

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
        items={items}
      />
      {changing && password && (
        <password.PasswordDialog username={username} onClose={() => passwordDialogOpen.set(false)} />
      )}
      {question}
    </>
  );
}
