import { useBoardPart } from '../sync/use-board-store';
import { Button } from '../ui/button';
import styles from './settings.module.css';
import { useArchiving } from './use-archiving';

/** Says why nothing can be changed here, and is the way back for owners. */
export function ArchivedStrip() {
  const isOwner = useBoardPart((state) => state.role === 'owner');
  const { restore } = useArchiving();
  return (
    <div className={styles['strip']}>
      <output>This board is archived. It can only be read.</output>
      {isOwner && <Button onClick={restore}>Restore</Button>}
    </div>
  );
}
