import { TriangleAlert } from 'lucide-react';
import { Button } from '../ui/button';
import styles from './history-panel.module.css';

const LINES = [62, 84, 47, 76, 58];

/** The shape of the story, shown once loading has taken 200 ms. */
export function StorySkeleton() {
  return (
    <output className={styles['skeleton']}>
      <span className="sr-only">Loading the history</span>
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
      <p className={styles['lead']}>The history could not be loaded</p>
      <p>{message}</p>
      <Button onClick={onRetry}>Retry</Button>
    </div>
  );
}

export function NoStory({ onClear }: { onClear: (() => void) | null }) {
  return (
    <div className={styles['state']}>
      <p className={styles['lead']}>{onClear ? 'Nothing matches' : 'Nothing has happened yet'}</p>
      <p>{onClear ? 'No change of this board is like that.' : 'What anybody changes on this board is told here.'}</p>
      {onClear && <Button onClick={onClear}>Clear filters</Button>}
    </div>
  );
}
