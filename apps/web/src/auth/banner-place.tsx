import { useState } from 'react';
import { keepInTab, readFromTab } from '../ui/storage';
import { useLoaded } from '../ui/use-loaded';
import styles from './demo-banner.module.css';
import type { Session } from './use-session';

const loadBanner = () => import('./demo-banner');
const DISMISSED = 'talkan:demo-banner-dismissed';

/** Few are greeted by the banner, and once. Its room is there before it is: what stands below does not move. */
export function BannerPlace({ session }: { session: Session }) {
  const banner = useLoaded(loadBanner);
  const [isDismissed, setDismissed] = useState(() => readFromTab(DISMISSED) !== null);
  if (isDismissed) return null;
  const dismiss = () => {
    keepInTab(DISMISSED, '1');
    setDismissed(true);
  };
  return (
    <div className={styles['place']} data-beside>
      {banner && <banner.DemoBanner session={session} onDismiss={dismiss} />}
    </div>
  );
}
