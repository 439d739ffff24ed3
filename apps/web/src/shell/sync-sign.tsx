import { CloudOff } from 'lucide-react';
import { useBoardState } from '../sync/use-board-store';
import { classNames } from '../ui/class-names';
import { syncWords } from './sync-words';
import styles from './top-bar.module.css';

/** Says when something is not saved yet, and why. Always mounted: a live region speaks only of what changes in it. */
export function SyncSign() {
  const words = syncWords(useBoardState());
  const look = words?.tone === 'away' ? [styles['away'], styles['strip']] : [styles['saving']];
  return (
    <output>
      {words && (
        <span key={words.tone} className={classNames(styles['state'], ...look)} title={words.text}>
          {words.tone === 'away' && <CloudOff size={15} aria-hidden="true" />}
          <span>{words.text}</span>
        </span>
      )}
    </output>
  );
}
