import type { Board } from '@talkan/board/model';
import { listOf, t } from '@talkan/words/words';
import { useId, useMemo, useState } from 'react';
import { useBoardPeople } from '../fields/people';
import form from '../ui/dialog-form.module.css';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { compareBoards } from './difference';
import { restoreWholeBoard } from './restore';
import styles from './time-travel.module.css';

interface RestoreBoardProps {
  past: Board | null;
  onClose: () => void;
  onRestored: () => void;
}

/** Says what will become of today's board before it is made what it was. */
export function RestoreBoard({ past, onClose, onRestored }: RestoreBoardProps) {
  const headingId = useId();
  return (
    <Dialog open={past !== null} onClose={onClose} labelledBy={headingId}>
      {past && <Question past={past} headingId={headingId} onClose={onClose} onRestored={onRestored} />}
    </Dialog>
  );
}

function Question({ past, headingId, onClose, onRestored }: RestoreBoardProps & { past: Board; headingId: string }) {
  const live = useBoardStore();
  const now = useBoardPart((state) => state.board);
  const { all, nameOf } = useBoardPeople();
  const { counts, sentences, more } = useMemo(
    () => compareBoards(now, past, { nameOf, isMember: (id) => all.some((one) => one.member && one.userId === id) }),
    [now, past, nameOf, all],
  );
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const restore = async () => {
    if (busy) return;
    setBusy(true);
    const refused = await restoreWholeBoard(live, past.seq);
    setBusy(false);
    setProblem(refused);
    if (refused !== null) return;
    onClose();
    onRestored();
  };
  return (
    <div className={form['form']}>
      <h2 id={headingId} className={form['title']}>
        {t`Restore the board to change ${past.seq}?`}
      </h2>
      {problem !== null && (
        <p className={form['problem']} role="alert">
          {problem}
        </p>
      )}
      {counts.length === 0 ? (
        <p className={form['text']}>{t`Today’s board shows the same. There is nothing to restore.`}</p>
      ) : (
        <>
          <p className={form['text']}>{t`${listed(counts)}. You can undo this: it is one change.`}</p>
          <ul className={styles['sentences']}>
            {sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {more > 0 && <li>{t`and ${more} more`}</li>}
          </ul>
        </>
      )}
      <div className={form['actions']}>
        <Button variant="ghost" onClick={onClose}>
          {counts.length === 0 ? t`Close` : t`Cancel`}
        </Button>
        {counts.length > 0 && (
          <Button variant="primary" aria-disabled={busy} onClick={() => void restore()}>
            {busy ? t`Restoring` : t`Restore`}
          </Button>
        )}
      </div>
    </div>
  );
}

/** As the beginning of a sentence: `12 cards come back, 3 are archived and …`. */
function listed(parts: readonly string[]): string {
  const all = listOf(parts);
  return all.charAt(0).toUpperCase() + all.slice(1);
}
