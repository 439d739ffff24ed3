import { t } from '@talkan/words/words';
import type { Ref } from 'react';
import { Link, useLocation } from 'wouter';
import type { Session } from '../auth/use-session';
import { OPENER_ID } from '../chat/names';
import { useChatOpen } from '../chat/use-chat-open';
import { HOME_PATH } from '../home/paths';
import { SearchButton } from '../palette/search-button';
import { BrandMark } from '../ui/brand-mark';
import { useLoaded } from '../ui/use-loaded';
import { useIsPhone } from '../ui/use-media';
import { pageAt } from './page-at';
import { usePageStands } from './page-stands';
import styles from './top-bar.module.css';

const loadAccount = () => import('../auth/account-menu');
const loadBell = () => import('../notices/bell');

interface TopBarProps {
  session: Session;
  /** Where the board puts its title, and the sign of what is not saved: the bar stands before there is a board. */
  titleRef: Ref<HTMLDivElement>;
  signRef: Ref<HTMLDivElement>;
}

export function TopBar({ session, titleRef, signRef }: TopBarProps) {
  const stands = usePageStands();
  const account = useLoaded(loadAccount, stands);
  const notices = useLoaded(loadBell, stands);
  return (
    <header id="top-bar" className={styles['bar']}>
      <Link href={HOME_PATH} className={styles['logo'] ?? ''} aria-label={t`Talkan, all boards`} title={t`All boards`}>
        <BrandMark size={26} />
      </Link>
      <div className={styles['title']} ref={titleRef} />
      <div className={styles['sign']} ref={signRef} />
      <SearchButton session={session} />
      <OpenAssistant />
      <span className={styles['bell']}>{notices && <notices.Bell />}</span>
      <span className={styles['account']}>{account && <account.AccountMenu session={session} />}</span>
    </header>
  );
}

/** On a phone the bar at the foot opens the assistant. */
function OpenAssistant() {
  const isPhone = useIsPhone();
  const [open, setOpen] = useChatOpen();
  const [address] = useLocation();
  // It speaks of one board.
  if (isPhone || open || pageAt(address) !== null) return null;
  return (
    <button id={OPENER_ID} type="button" className={styles['ask']} aria-expanded={false} onClick={() => setOpen(true)}>
      <BrandMark size={18} className={styles['voice']} />
      {t`Assistant`}
    </button>
  );
}
