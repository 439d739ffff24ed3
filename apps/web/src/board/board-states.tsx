import { t } from '@talkan/words/words';
import { Columns3, TriangleAlert } from 'lucide-react';
import { useStanding } from '../shell/page-stands';
import { Button } from '../ui/button';
import styles from './board-states.module.css';
import { useDelay } from './skeleton-delay';

const LANES = [3, 2, 4, 1];

/** The shape of a board, shown once loading has taken 200 ms. */
export function BoardSkeleton() {
  const animationDelay = useDelay();
  return (
    <output className={styles['skeleton']} style={{ animationDelay }}>
      <span className="sr-only">{t`Loading the board`}</span>
      {LANES.map((cards) => (
        <div key={cards} className={styles['lane']} aria-hidden="true">
          <i className={styles['head']} />
          {Array.from({ length: cards }, (_, index) => (
            <div key={index} className={styles['card']}>
              <i className={styles['short']} />
              <i className={styles['long']} />
              <i className={styles['middle']} />
            </div>
          ))}
        </div>
      ))}
    </output>
  );
}

/** Why there is no board to show, and the way to try again. */
export function BoardError({ message, busy, onRetry }: { message: string; busy?: boolean; onRetry: () => void }) {
  useStanding();
  return (
    <div className={styles['place']} role="alert">
      <TriangleAlert size={22} className={styles['bad']} aria-hidden="true" />
      <h2>{t`The board could not be loaded`}</h2>
      <p>{message}</p>
      <Button variant="primary" disabled={busy} onClick={onRetry}>
        {t`Retry`}
      </Button>
    </div>
  );
}

/** A board without columns. */
export function EmptyBoard({ onAdd }: { onAdd?: (() => void) | undefined }) {
  return (
    <div className={styles['place']}>
      <Columns3 size={22} className={styles['sign']} aria-hidden="true" />
      <h2>{t`No columns yet`}</h2>
      {onAdd ? (
        <>
          <p>{t`A column is a step that work goes through: To do, Doing, Done.`}</p>
          <Button variant="primary" onClick={onAdd}>
            {t`Add column`}
          </Button>
        </>
      ) : (
        <p>{t`Nobody has added a column to this board.`}</p>
      )}
    </div>
  );
}
