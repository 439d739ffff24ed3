import { t } from '@talkan/words/words';
import { FileText, Pencil, RotateCcw, TriangleAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import { IconButton } from '../ui/button';
import { classNames } from '../ui/class-names';
import type { TurnActions } from './actions';
import type { ChatTurn } from './contract';
import { EditQuestion } from './edit-question';
import { MessageText } from './message-text';
import styles from './message.module.css';
import { chipWords } from './pasted';

interface QuestionProps {
  turn: ChatTurn;
  boardKey: string;
  busy: boolean;
  isLast: boolean;
  /** Whether a later turn changed something that stays. */
  leavesChanges: boolean;
  actions: Pick<TurnActions, 'retry' | 'resend'>;
}

/** What somebody asked, and why it got no answer, if so. */
export function QuestionView({ turn, boardKey, busy, isLast, leavesChanges, actions }: QuestionProps) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { question, pasted, state, problem } = turn;
  const close = () => {
    setEditing(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  if (editing) {
    return (
      <EditQuestion
        turn={turn}
        busy={busy}
        isLast={isLast}
        leavesChanges={leavesChanges}
        onClose={close}
        onSend={(text, kept) => {
          setEditing(false);
          actions.resend(turn, text, kept);
        }}
      />
    );
  }
  return (
    <div className={styles['question']}>
      <div className={styles['bubble']}>
        <IconButton
          ref={button}
          label={t`Edit this question`}
          className={styles['pencil']}
          disabled={busy}
          onClick={() => setEditing(true)}
        >
          <Pencil size={14} aria-hidden="true" />
        </IconButton>
        <AskedText question={question} pasted={pasted} boardKey={boardKey} />
      </div>
      {problem !== null && (
        <p className={classNames(styles['problem'], state === 'stopped' && styles['calm'])}>
          {state === 'failed' && <TriangleAlert size={14} aria-hidden="true" />}
          <span>{problem}</span>
          <button type="button" disabled={busy} onClick={() => actions.retry(turn, isLast)}>
            <RotateCcw size={13} aria-hidden="true" />
            {t`Retry`}
          </button>
        </p>
      )}
    </div>
  );
}

/** The words of a question, and the text that was pasted to it. */
export function AskedText({
  question,
  pasted,
  boardKey,
}: Pick<ChatTurn, 'question' | 'pasted'> & { boardKey: string }) {
  return (
    <div className={classNames(styles['text'], styles['asked'])}>
      <span className="sr-only">{t`You:`} </span>
      <MessageText text={question} boardKey={boardKey} />
      {pasted !== null && (
        <details className={styles['pasted']}>
          <summary>
            <FileText size={13} aria-hidden="true" />
            {chipWords(pasted)}
          </summary>
          <pre>{pasted}</pre>
        </details>
      )}
    </div>
  );
}
