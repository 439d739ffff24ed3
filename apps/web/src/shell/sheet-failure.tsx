import { t } from '@talkan/words/words';
import { useId } from 'react';
import { useCardRoute } from '../card/use-card-route';
import { Button } from '../ui/button';
import dialogStyles from '../ui/dialog.module.css';
import styles from './workspace.module.css';

/**
 * A sheet could not be shown; the board under it can be used all the same. Drawn without what other sheets are drawn with: that comes with
 * them, and may be what could not be had.
 */
export function SheetFailure({ sentence }: { sentence: string }) {
  const headingId = useId();
  const { close } = useCardRoute();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc closes it, as people expect of a dialog.
    <dialog
      open
      aria-labelledby={headingId}
      className={dialogStyles['sheet']}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <div className={styles['chatfailure']} role="alert">
        <p id={headingId}>{sentence}</p>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- It stands in the place of what was opened, which would have the focus. */}
        <Button autoFocus onClick={() => location.reload()}>
          {t`Reload`}
        </Button>
        <Button variant="ghost" onClick={close}>
          {t`Back to the board`}
        </Button>
      </div>
    </dialog>
  );
}
