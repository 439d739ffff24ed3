import { language, LANGUAGES, type LanguageCode } from '@talkan/words/language';
import { t } from '@talkan/words/words';
import { CircleUserRound, Keyboard, KeyRound, LogOut, MonitorDown, SunMoon, SlidersHorizontal } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import { theme } from '../appearance/look';
import { appearanceOpen } from '../appearance/open';
import { ASSISTANT_SETTINGS_PATH } from '../assistant-settings/path';
import { goToRegion } from '../keys/regions';
import { useKeys } from '../keys/use-keys';
import { chooseLanguage } from '../language/language';
import { announce } from '../ui/announce';
import { IconButton } from '../ui/button';
import { Menu, type MenuItem } from '../ui/menu';
import { useOffer } from '../ui/offers';
import { useLoaded } from '../ui/use-loaded';
import { install, installPrompt } from '../update/install';
import { passwordDialogOpen } from './password-dialog-open';
import { useLeaving } from './use-leaving';
import type { Session } from './use-session';

const loadKeys = () => import('../keys/key-sheet');
const loadPassword = () => import('./password-dialog');

const SETTINGS = {
  label: t`Assistant settings`,
  icon: SlidersHorizontal,
  href: ASSISTANT_SETTINGS_PATH,
  also: t`model key endpoint limits language ai`,
};

const CODES: readonly LanguageCode[] = ['en', 'de'];

/** In the palette alone: a menu of them would say in many words what the dialog shows. */
const LOOKS: readonly MenuItem[] = [
  lookItem('dark', { label: t`Dark theme`, also: t`appearance mode night` }),
  lookItem('light', { label: t`Light theme`, also: t`appearance mode day` }),
  lookItem('system', { label: t`Theme of the system`, also: t`appearance mode auto` }),
  ...CODES.filter((code) => code !== language().code).map((code) => ({
    label: LANGUAGES[code],
    icon: SunMoon,
    also: t`language sprache`,
    onSelect: () => chooseLanguage(code),
  })),
];

function lookItem(
  look: ReturnType<typeof theme.get>,
  words: { readonly label: string; readonly also: string },
): MenuItem {
  const choose = () => {
    theme.choose(look);
    announce(`${words.label}.`);
  };
  return { ...words, icon: SunMoon, onSelect: choose };
}

export function AccountMenu({ session }: { session: Session }) {
  const { username } = session.user;
  const [, navigate] = useLocation();
  const changing = useSyncExternalStore(passwordDialogOpen.subscribe, passwordDialogOpen.get);
  const password = useLoaded(loadPassword, changing);
  const [listing, setListing] = useState(false);
  const keys = useLoaded(loadKeys, listing);
  useKeys({
    shortcuts: () => setListing(true),
    region: () => goToRegion(1),
    regionBefore: () => goToRegion(-1),
  });
  const { leave, question } = useLeaving(session);
  const prompt = useSyncExternalStore(installPrompt.subscribe, installPrompt.get);

  const items: readonly MenuItem[] = [
    ...(session.owner ? [{ ...SETTINGS, onSelect: () => navigate(SETTINGS.href) }] : []),
    ...(prompt ? [{ label: t`Install Talkan`, icon: MonitorDown, also: t`app home screen`, onSelect: install }] : []),
    {
      label: t`Appearance`,
      icon: SunMoon,
      also: t`theme contrast dark light language sprache`,
      onSelect: () => appearanceOpen.set(true),
    },
    {
      label: t`Keyboard shortcuts`,
      icon: Keyboard,
      shortcut: 'shortcuts',
      also: t`keys help hotkeys`,
      onSelect: () => setListing(true),
    },
    { label: t`Change password`, icon: KeyRound, also: t`account`, onSelect: () => passwordDialogOpen.set(true) },
    { label: t`Sign out`, icon: LogOut, also: t`account log out leave`, onSelect: leave },
  ];
  useOffer({ scope: 'account', items: [...items, ...LOOKS] });

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
      {listing && keys && <keys.KeySheet onClose={() => setListing(false)} />}
      {question}
    </>
  );
}
