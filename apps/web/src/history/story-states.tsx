import { t } from '@talkan/words/words';
import { TriangleAlert } from 'lucide-react';
import { Button } from '../ui/button';
import styles from './history-panel.module.css';

const LINES = [62, 84, 47, 76, 58];

/** The shape of the story, shown once loading has taken 200 ms. */
export function StorySkeleton() {
  return (
    <output className={styles['skeleton']}>
      <span className="sr-only">{t`Loading the history`}</span>
      {LINES.map((width) => (
        <span key={width} aria-hidden="true">
          <i />
          <b style={{ width: `${width}%` }} />
        </span>
      ))}
    </output>
  );
}

export function StoryProblem({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <div className={styles['state']} role="alert">
      <TriangleAlert size={20} className={styles['bad']} aria-hidden="true" />
      <p className={styles['lead']}>{t`The history could not be loaded`}</p>
      <p>{message}</p>
      <Button onClick={onRetry}>{t`Retry`}</Button>
    </div>
  );
}

export function NoStory({ onClear }: { onClear: (() => void) | null }) {
  return (
    <div className={styles['state']}>
      <p className={styles['lead']}>{onClear ? t`Nothing matches` : t`Nothing has happened yet`}</p>
      <p>{onClear ? t`No change of this board is like that.` : t`What anybody changes on this board is told here.`}</p>
      {onClear && <Button onClick={onClear}>{t`Clear filters`}</Button>}
    </div>
  );
}
