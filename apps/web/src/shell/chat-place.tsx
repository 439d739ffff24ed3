import { Button } from '../ui/button';
import styles from './workspace.module.css';

/** Keeps the room of the assistant's panel while it loads, so that the board does not jump. */
export function ChatPlace() {
  return <aside className={styles['chatplace']} aria-label="Assistant" aria-busy="true" />;
}

/** The assistant could not be shown; the board can be used all the same. */
export function ChatFailure({ sentence }: { sentence: string }) {
  return (
    <aside className={styles['chatplace']} aria-label="Assistant">
      <div className={styles['chatfailure']} role="alert">
        <p>{sentence}</p>
        <Button onClick={() => location.reload()}>Reload</Button>
      </div>
    </aside>
  );
}
