import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useBoardPart } from '../sync/use-board-store';
import styles from './ghost.module.css';

/** At the name of a column whose lane may be out of sight: that something would be done to what is in it. */
export function PendingSign({ columnId }: { columnId: Id }) {
  const count = useBoardPart((state) => state.ghosts?.counts.get(columnId) ?? 0);
  const voice = useBoardPart((state) => state.ghosts?.voice);
  if (count === 0) return null;
  return (
    <>
      <i className={styles['sign']} data-voice={voice} />
      <span className="sr-only">{t`, ${count} pending`}</span>
    </>
  );
}
