import { t } from '@talkan/words/words';
import { Archive, ArchiveRestore, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useCardRoute } from '../card/use-card-route';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { Button, IconButton } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { ArchiveQuestion } from './archive-question';
import { SettingsForm } from './settings-form';
import styles from './settings.module.css';
import { useArchiving } from './use-archiving';

/** What the board is called and how it behaves, over it. */
export function SettingsSheet() {
  const headingId = useId();
  const { close } = useCardRoute();
  const store = useBoardStore();
  const page = useRef<HTMLDivElement>(null);
  const isOwner = useBoardPart(({ role }) => role === 'owner');
  useEffect(() => page.current?.focus({ preventScroll: true }), []);
  return (
    <Dialog open onClose={close} labelledBy={headingId} variant="sheet" className={styles['sheet']}>
      <div ref={page} className={styles['page']} tabIndex={-1}>
        <header className={styles['header']}>
          <h2 id={headingId}>{t`Board settings`}</h2>
          <IconButton label={t`Close the settings`} onClick={close}>
            <X size={16} aria-hidden="true" />
          </IconButton>
        </header>
        <div className={styles['body']}>
          <SettingsForm key={store.getState().board.id} onDone={close} />
          {isOwner && <Shelving />}
        </div>
      </div>
    </Dialog>
  );
}

/** The way into the archive for a whole board, and back. */
function Shelving() {
  const title = useBoardPart((state) => state.board.title);
  const isArchived = useBoardPart((state) => state.board.archivedAt !== null);
  const { archive, restore } = useArchiving();
  const [asking, setAsking] = useState(false);
  return (
    <section className={styles['shelving']} aria-label={t`Archive`}>
      <p>
        {isArchived
          ? t`This board is archived: it can only be read.`
          : t`A board that is done with can be archived. It can be read and restored.`}
      </p>
      {isArchived ? (
        <Button onClick={restore}>
          <ArchiveRestore size={15} aria-hidden="true" />
          {t`Restore the board`}
        </Button>
      ) : (
        <Button variant="danger" onClick={() => setAsking(true)}>
          <Archive size={15} aria-hidden="true" />
          {t`Archive the board`}
        </Button>
      )}
      {asking && <ArchiveQuestion title={title} run={archive} onClose={() => setAsking(false)} />}
    </section>
  );
}
