import { plural, t } from '@talkan/words/words';
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
  return (
    <Dialog open onClose={onClose} labelledBy={titleId}>
      <div className={styles['form']}>
        <h2 id={titleId} className={styles['title']}>
          {count === 0
            ? t`Sign out?`
            : plural(count, { one: '# change is not saved yet', other: '# changes are not saved yet' })}
        </h2>
        <p className={styles['text']}>
          {count === 0
            ? t`Everything has been saved by now.`
            : plural(count, {
                one: 'It stays in this browser and is sent when you sign in here again. Text that you are still writing is forgotten.',
                other:
                  'They stay in this browser and are sent when you sign in here again. Text that you are still writing is forgotten.',
              })}
        </p>
        {unsettled > 0 && (
          <p className={styles['text']}>
            {plural(unsettled, {
              one: 'A change that could not be made is forgotten, with what you wrote in it.',
              other: '# changes that could not be made are forgotten, with what you wrote in them.',
            })}
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
