import { t } from '@talkan/words/words';
import { useId, useSyncExternalStore } from 'react';
import { unsavedChanges, unsettledChanges } from '../shell/unsaved';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import styles from '../ui/dialog-form.module.css';

/** Asked before somebody signs out whose changes have not reached the server. */
export function UnsavedDialog({ onClose, onSignOut }: { onClose: () => void; onSignOut: () => void }) {
  const titleId = useId();
  const count = useSyncExternalStore(unsavedChanges.subscribe, unsavedChanges.get);
  const unsettled = useSyncExternalStore(unsettledChanges.subscribe, unsettledChanges.get);
  const changes = count === 1 ? t`1 change is` : t`${count} changes are`;
  return (
    <Dialog open onClose={onClose} labelledBy={titleId}>
      <div className={styles['form']}>
        <h2 id={titleId} className={styles['title']}>
          {count === 0 ? t`Sign out?` : t`${changes} not saved yet`}
        </h2>
        <p className={styles['text']}>
          {count === 0
            ? t`Everything has been saved by now.`
            : t`${count === 1 ? t`It stays in this browser and is` : t`They stay in this browser and are`} sent when you sign in here again. Text that you are still writing is forgotten.`}
        </p>
        {unsettled > 0 && (
          <p className={styles['text']}>
            {unsettled === 1
              ? t`A change that could not be made is`
              : t`${unsettled} changes that could not be made are`}{' '}
            forgotten, with what you wrote in {unsettled === 1 ? 'it' : 'them'}.
          </p>
        )}
        <div className={styles['actions']}>
          <Button variant="ghost" onClick={onClose}>
            {t`Stay signed in`}
          </Button>
          <Button variant={count + unsettled === 0 ? 'primary' : 'danger'} onClick={onSignOut}>
            {t`Sign out`}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
