import { t } from '@talkan/words/words';
import styles from './appearance-button.module.css';
import { appearanceOpen } from './open';

/** Stands on pages that have no account menu. */
export function AppearanceButton() {
  return (
    <button type="button" className={styles['button']} onClick={() => appearanceOpen.set(true)}>
      {t`Appearance`}
    </button>
  );
}
