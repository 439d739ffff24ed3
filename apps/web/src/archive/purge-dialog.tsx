import { t } from '@talkan/words/words';
import { useId, useState } from 'react';
import form from '../ui/dialog-form.module.css';
import { askServer } from '../sync/ask-server';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { api } from '../trpc';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { showToast } from '../ui/toast';
import type { ArchivedEntry } from './archive-list';

interface PurgeDialogProps {
  entry: ArchivedEntry | null;
  onClose: () => void;
}

/** Asks an owner once more before something is deleted for ever. */
export function PurgeDialog({ entry, onClose }: PurgeDialogProps) {
  const headingId = useId();
  return (
    <Dialog open={entry !== null} onClose={onClose} labelledBy={headingId}>
      {entry && <Question entry={entry} headingId={headingId} onClose={onClose} />}
    </Dialog>
  );
}

function Question({ entry, headingId, onClose }: { entry: ArchivedEntry; headingId: string; onClose: () => void }) {
  const store = useBoardStore();
  const boardKey = useBoardPart((state) => state.board.key);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { entity, id, number, title } = entry;
  const name = number === null ? t`The column “${title}”` : `${boardKey}-${number} “${title}”`;

  const purge = async () => {
    if (busy) return;
    setBusy(true);
    const boardId = store.getState().board.id;
    const outcome = await askServer(store, (changeId) => api.boards.purge.mutate({ boardId, entity, id, changeId }));
    setBusy(false);
    if ('problem' in outcome) return setProblem(outcome.problem);
    showToast({
      message:
        number === null ? t`The column is deleted for ever.` : t`${`${boardKey}-${number}`} is deleted for ever.`,
    });
    onClose();
  };
  return (
    <div className={form['form']}>
      <h2 id={headingId} className={form['title']}>
        {t`Delete for ever?`}
      </h2>
      {problem !== null && (
        <p className={form['problem']} role="alert">
          {problem}
        </p>
      )}
      <p className={form['text']}>
        {number === null
          ? t`${name} and its name go, also in the history. Nobody can bring them back.`
          : t`${name} and every text of it go, also in the history. Nobody can bring it back.`}
      </p>
      <div className={form['actions']}>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- The safe answer is the one that a hasty Enter gives. */}
        <Button variant="ghost" autoFocus onClick={onClose}>
          {t`Keep it`}
        </Button>
        <Button variant="danger" aria-disabled={busy} onClick={() => void purge()}>
          {busy ? t`Deleting` : t`Delete for ever`}
        </Button>
      </div>
    </div>
  );
}
