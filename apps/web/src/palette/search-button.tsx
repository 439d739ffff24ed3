import { t } from '@talkan/words/words';
import { Search } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useLanguage } from '../command/use-language';
import type { Session } from '../auth/use-session';
import { useKeys } from '../keys/use-keys';
import { useKeysOf } from '../keys/use-keys-of';
import styles from '../shell/top-bar.module.css';
import { showKeys } from '../ui/keys';
import { useLoaded } from '../ui/use-loaded';
import { useEarlyText } from './early-text';

const loadPalette = () => import('./palette');

/** Opens the palette, as its keys do from anywhere on the page. */
export function SearchButton({ session }: { session: Session }) {
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  const palette = useLoaded(loadPalette, open);
  const typed = useEarlyText({ isWanted: open, isHere: palette !== null }, close);
  // Later the network may be away.
  useLanguage(open);
  useKeys({ palette: () => setOpen((was) => !was) });
  const keys = useKeysOf('palette');
  return (
    <>
      <button
        type="button"
        className={styles['search']}
        aria-haspopup="dialog"
        aria-keyshortcuts={keys}
        onClick={() => setOpen(true)}
      >
        <Search size={16} aria-hidden="true" />
        <span>{t`Search or jump to`}</span>
        <kbd>{showKeys(keys)}</kbd>
      </button>
      {open && palette && <palette.Palette userId={session.user.id} typed={typed} onClose={close} />}
    </>
  );
}
