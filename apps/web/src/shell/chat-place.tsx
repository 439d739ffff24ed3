import { t } from '@talkan/words/words';
import { Button } from '../ui/button';
import styles from './workspace.module.css';

/** Keeps the room of the assistant's panel while it loads, so that the board does not jump. */
export function ChatPlace() {
  return <aside className={styles['chatplace']} aria-label={t`Assistant`} aria-busy="true" />;
}

/** What stands beside the board could not be shown; the board can be used all the same. */
export function BesideFailure({ sentence }: { sentence: string }) {
  return (
    <aside className={styles['chatplace']} aria-label={t`Beside the board`}>
      <div className={styles['chatfailure']} role="alert">
        <p>{sentence}</p>
        <Button onClick={() => location.reload()}>{t`Reload`}</Button>
      </div>
    </aside>
  );
}
