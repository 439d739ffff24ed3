import { t } from '@talkan/words/words';
import { useId, useState, type ReactNode } from 'react';
import { problemOf } from '../problem';
import { Button } from './button';
import { Dialog } from './dialog';
import styles from './dialog-form.module.css';

interface ConfirmDialogProps {
  title: string;
  /** What it means. */
  children: ReactNode;
  /** What is done, as the button says it. */
  label: string;
  /** Its refusal is shown, and the dialog stays. */
  run: () => Promise<unknown>;
  onClose: () => void;
}

/** Asks before something is done that cannot simply be taken back. */
export function ConfirmDialog({ title, children, label, run, onClose }: ConfirmDialogProps) {
  const titleId = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const confirm = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await run();
      onClose();
    } catch (error) {
      setProblem(problemOf(error).message);
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} labelledBy={titleId}>
      <div className={styles['form']}>
        <h2 id={titleId} className={styles['title']}>
          {title}
        </h2>
        <p className={styles['text']}>{children}</p>
        {problem !== null && (
          <p className={styles['problem']} role="alert">
            {problem}
          </p>
        )}
        <div className={styles['actions']}>
          <Button variant="ghost" onClick={onClose}>
            {t`Cancel`}
          </Button>
          <Button variant="danger" aria-disabled={busy} onClick={() => void confirm()}>
            {label}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
