import { t } from '@talkan/words/words';
import { Button } from '../ui/button';
import styles from './move-dialog.module.css';

interface DialogButtonsProps {
  /** What the form does, in a word. */
  readonly label: string;
  readonly disabled?: boolean;
  readonly onCancel: () => void;
}

/** The end of a form in a dialog: do it, or leave it. */
export function DialogButtons({ label, disabled = false, onCancel }: DialogButtonsProps) {
  return (
    <div className={styles['buttons']}>
      <Button type="submit" variant="primary" disabled={disabled}>
        {label}
      </Button>
      <Button variant="ghost" onClick={onCancel}>
        {t`Cancel`}
      </Button>
    </div>
  );
}
