import { t } from '@talkan/words/words';
import { ArchiveRestore } from 'lucide-react';
import { useBoardPart } from '../sync/use-board-store';
import { Button } from '../ui/button';
import { useOffer } from '../ui/offers';
import styles from './settings.module.css';
import { useArchiving } from './use-archiving';

/** Says why nothing can be changed here, and is the way back for owners. */
export function ArchivedStrip() {
  const isOwner = useBoardPart((state) => state.role === 'owner');
  const { restore } = useArchiving();
  const items = isOwner ? [{ label: t`Restore the board`, icon: ArchiveRestore, onSelect: restore }] : [];
  useOffer({ scope: 'board', items });
  return (
    <div className={styles['strip']}>
      <output>{t`This board is archived. It can only be read.`}</output>
      {isOwner && <Button onClick={restore}>{t`Restore`}</Button>}
    </div>
  );
}
