import { t } from '@talkan/words/words';
import { useId } from 'react';
import { useCardRoute } from '../card/use-card-route';
import { Dialog } from '../ui/dialog';
import { Button } from '../ui/button';
import styles from './workspace.module.css';

/** A sheet could not be shown; the board under it can be used all the same. */
export function SheetFailure({ sentence }: { sentence: string }) {
  const headingId = useId();
  const { close } = useCardRoute();
  return (
    <Dialog open onClose={close} labelledBy={headingId} variant="sheet">
      <div className={styles['chatfailure']} role="alert">
        <p id={headingId}>{sentence}</p>
        <Button onClick={() => location.reload()}>{t`Reload`}</Button>
        <Button variant="ghost" onClick={close}>
          {t`Back to the board`}
        </Button>
      </div>
    </Dialog>
  );
}
