import { CloudOff } from 'lucide-react';
import { useBoardState } from '../sync/use-board-store';
import { syncWords, type SyncWords } from './sync-words';
import styles from './top-bar.module.css';

/**
 * Says when something is not saved yet, and why: `tones` are those that this place has room for. Always mounted, since a live region
 * speaks only of what changes in it.
 */
export function SyncSign({ tones }: { tones: readonly SyncWords['tone'][] }) {
  const words = syncWords(useBoardState());
  return (
    <output className={styles['output']}>
      {words && tones.includes(words.tone) && (
        <span className={styles[words.tone]} title={words.text}>
          {words.tone !== 'quiet' && <CloudOff size={15} aria-hidden="true" />}
          <span>{words.text}</span>
        </span>
      )}
    </output>
  );
}
