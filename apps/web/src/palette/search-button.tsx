import { t } from '@talkan/words/words';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLanguage } from '../command/use-language';
import type { Session } from '../auth/use-session';
import styles from '../shell/top-bar.module.css';
import { showKeys } from '../ui/keys';
import { useLoaded } from '../ui/use-loaded';

const loadPalette = () => import('./palette');
const KEYS = 'Control+K Meta+K';

/** Opens the palette, as its keys do from anywhere on the page. */
export function SearchButton({ session }: { session: Session }) {
  const [open, setOpen] = useState(false);
  const palette = useLoaded(loadPalette, open);
  // Later the network may be away.
  useLanguage(open);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isSearchKey(event) || document.documentElement.dataset['dragging'] !== undefined) return;
      event.preventDefault();
      setOpen((was) => event.key === '/' || !was);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
  return (
    <>
      <button
        type="button"
        className={styles['search']}
        aria-haspopup="dialog"
        aria-keyshortcuts={KEYS}
        onClick={() => setOpen(true)}
      >
        <Search size={16} aria-hidden="true" />
        <span>{t`Search or jump to`}</span>
        <kbd>{showKeys(KEYS)}</kbd>
      </button>
      {open && palette && <palette.Palette userId={session.user.id} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Ctrl or Cmd with K everywhere, also while one types; `/` where it is no letter of a text. */
function isSearchKey({ key, ctrlKey, metaKey, altKey, shiftKey, target, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented || altKey) return false;
  if (key.toLowerCase() === 'k') return (ctrlKey || metaKey) && !shiftKey;
  if (key !== '/' || ctrlKey || metaKey) return false;
  return (
    target instanceof Element &&
    !target.closest('input, textarea, select, [contenteditable], dialog[aria-modal], :modal')
  );
}
