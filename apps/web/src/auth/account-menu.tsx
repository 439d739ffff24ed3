import { language, LANGUAGES, type LanguageCode } from '@talkan/words/language';
import { t } from '@talkan/words/words';
import { CircleUserRound, KeyRound, Languages, LogOut, SlidersHorizontal } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { ASSISTANT_SETTINGS_PATH } from '../assistant-settings/path';
import { chooseLanguage } from '../language/language';
import { IconButton } from '../ui/button';
import { Menu, type MenuItem } from '../ui/menu';
import { useOffer } from '../ui/offers';
import { useLoaded } from '../ui/use-loaded';
import { passwordDialogOpen } from './password-dialog-open';
import { useLeaving } from './use-leaving';
import type { Session } from './use-session';

const loadPassword = () => import('./password-dialog');

const SETTINGS = {
  label: t`Assistant settings`,
  icon: SlidersHorizontal,
  href: ASSISTANT_SETTINGS_PATH,
  also: 'model key endpoint limits language ai',
};

const CODES: readonly LanguageCode[] = ['en', 'de'];

export function AccountMenu({ session }: { session: Session }) {
  const { username } = session.user;
  const [, navigate] = useLocation();
  const changing = useSyncExternalStore(passwordDialogOpen.subscribe, passwordDialogOpen.get);
  const password = useLoaded(loadPassword, changing);
  const { leave, question } = useLeaving(session);

  const items: readonly MenuItem[] = [
    ...(session.owner ? [{ ...SETTINGS, onSelect: () => navigate(SETTINGS.href) }] : []),
    { label: t`Change password`, icon: KeyRound, also: 'account', onSelect: () => passwordDialogOpen.set(true) },
    ...CODES.filter((code) => code !== language().code).map((code) => ({
      label: LANGUAGES[code],
      icon: Languages,
      also: 'language sprache',
      onSelect: () => chooseLanguage(code),
    })),
    { label: t`Sign out`, icon: LogOut, also: 'account log out leave', onSelect: leave },
  ];
  useOffer({ scope: 'account', items });

  return (
    <>
      <Menu
        label={t`Account of ${username}`}
        heading={t`Signed in as ${username}`}
        trigger={(props) => (
          <IconButton label={t`Account`} {...props}>
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
