import { t } from '@talkan/words/words';
import { useSyncExternalStore } from 'react';
import { useRootMark } from '../ui/use-root-mark';
import { useDrag } from './board-ui';
import { columnHeld } from './drag/column-held';
import styles from './lanes.module.css';

/** What the keys do while one moves a card or a column with them. A screen reader was told when it was taken up. */
export function KeyHint() {
  const isCard = useDrag((drag) => drag.get()?.by === 'keyboard');
  const isColumn = useSyncExternalStore(columnHeld.subscribe, columnHeld.get);
  return (isCard || isColumn) && <Hint isCard={isCard} />;
}

function Hint({ isCard }: { isCard: boolean }) {
  // Notes stand above it.
  useRootMark('keyHint');
  return (
    <p className={styles['hint']} aria-hidden="true">
      {isCard && (
        <>
          <kbd>↑</kbd>
          <kbd>↓</kbd>
        </>
      )}
      <kbd>←</kbd>
      <kbd>→</kbd> {t`move`} <kbd>{t`Space`}</kbd> {t`drop`} <kbd>{t`Esc`}</kbd> {t`put back`}
    </p>
  );
}
