import { t } from '@talkan/words/words';
import { SquareKanban, TriangleAlert } from 'lucide-react';
import { Button } from '../ui/button';
import styles from './home.module.css';

/** The shape of what comes, shown once loading has taken 200 ms. */
export function HomeSkeleton() {
  return (
    <output className={styles['skeleton']}>
      <span className="sr-only">{t`Loading your boards`}</span>
      {Array.from({ length: 6 }, (_, index) => (
        <span key={index} className={styles['blank']} aria-hidden="true">
          <i />
          <i />
          <i />
        </span>
      ))}
    </output>
  );
}

export function HomeError({ message, busy, onRetry }: { message: string; busy: boolean; onRetry: () => void }) {
  return (
    <div className={styles['place']} role="alert">
      <TriangleAlert size={22} className={styles['bad']} aria-hidden="true" />
      <h2>{t`Your boards could not be loaded`}</h2>
      <p>{message}</p>
      <Button variant="primary" disabled={busy} onClick={onRetry}>
        {t`Retry`}
      </Button>
    </div>
  );
}

export function NoBoards({ onNew }: { onNew: () => void }) {
  return (
    <div className={styles['place']}>
      <SquareKanban size={22} className={styles['sign']} aria-hidden="true" />
      <h2>{t`No board yet`}</h2>
      <p>{t`Make one, or ask the owner of another for an invitation.`}</p>
      <Button onClick={onNew}>{t`Make a board`}</Button>
    </div>
  );
}

export function NothingFound({ query, onAll }: { query: string; onAll: () => void }) {
  return (
    <div className={styles['place']}>
      <h2>{t`No boards match`}</h2>
      <p>{t`None of your boards has “${query}” in its title, or as its key.`}</p>
      <Button onClick={onAll}>{t`Show all boards`}</Button>
    </div>
  );
}
