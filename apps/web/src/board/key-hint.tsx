import { t } from '@talkan/words/words';
import { useDrag } from './board-ui';
import styles from './lanes.module.css';

/** What the keys do while one moves a card with them. A screen reader was told when it was taken up. */
export function KeyHint() {
  const shown = useDrag((drag) => drag.get()?.by === 'keyboard');
  if (!shown) return null;
  return (
    <p className={styles['hint']} aria-hidden="true">
      <kbd>↑</kbd>
      <kbd>↓</kbd>
      <kbd>←</kbd>
      <kbd>→</kbd> {t`move`} <kbd>{t`Space`}</kbd> {t`drop`} <kbd>{t`Esc`}</kbd> {t`put back`}
    </p>
  );
}
