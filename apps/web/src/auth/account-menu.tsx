import { CircleUserRound, KeyRound, LogOut, SlidersHorizontal } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { ASSISTANT_SETTINGS_PATH } from '../assistant-settings/path';
import { IconButton } from '../ui/button';
import { Menu, type MenuItem } from '../ui/menu';
import { useOffer } from '../ui/offers';
import { useLoaded } from '../ui/use-loaded';
import { passwordDialogOpen } from './password-dialog-open';
import { useLeaving } from './use-leaving';
import type { Session } from './use-session';

const loadPassword = () => import('./password-dialog');

const SETTINGS = {
  label: 'Assistant settings',
  icon: SlidersHorizontal,
  href: ASSISTANT_SETTINGS_PATH,
  also: 'model key endpoint limits language ai',
};

export function AccountMenu({ session }: { session: Session }) {
  const { username } = session.user;
  const [, navigate] = useLocation();
  const changing = useSyncExternalStore(passwordDialogOpen.subscribe, passwordDialogOpen.get);
  const password = useLoaded(loadPassword, changing);
  const { leave, question } = useLeaving(session);

  const items: readonly MenuItem[] = [
    ...(session.owner ? [{ ...SETTINGS, onSelect: () => navigate(SETTINGS.href) }] : []),
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
