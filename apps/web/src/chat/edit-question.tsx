import { utf8Size } from '@talkan/board/text';
import { t } from '@talkan/words/words';
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../ui/button';
import { useDraft } from '../ui/drafts';
import { MOST_QUESTION_BYTES, TOO_LONG } from './bounds';
import type { ChatTurn } from './contract';
import styles from './message.module.css';
import { questionDraftKey } from './names';
import { PastedChip } from './pasted-chip';

interface EditQuestionProps {
  turn: ChatTurn;
  busy: boolean;
  isLast: boolean;
  leavesChanges: boolean;
  onClose: () => void;
  onSend: (text: string, pasted: string | null) => void;
}

/** A question in the place where it stands, to be put otherwise. Esc leaves it, and keeps what was typed. */
export function EditQuestion({ turn, busy, isLast, leavesChanges, onClose, onSend }: EditQuestionProps) {
  const [text, setText, clear] = useDraft(questionDraftKey(turn.id), turn.question);
  const [pasted, setPasted] = useState(turn.pasted);
  const field = useRef<HTMLTextAreaElement>(null);
  const noteId = useId();
  const tooLong = utf8Size(text) > MOST_QUESTION_BYTES;
  const cannot = busy || tooLong || text.trim() === '';

  useEffect(() => {
    const end = field.current?.value.length ?? 0;
    field.current?.focus();
    field.current?.setSelectionRange(end, end);
  }, []);

  const send = () => {
    if (cannot) return;
    clear();
    onSend(text, pasted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      // It closes this, and not the sheet around it.
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
    if (event.key !== 'Enter' || event.shiftKey || event.target !== field.current) return;
    event.preventDefault();
    send();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc leaves the field wherever the focus is in it.
    <form
      className={styles['edit']}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <textarea
        ref={field}
        rows={2}
        dir="auto"
        value={text}
        aria-label={t`Your question`}
        aria-describedby={noteId}
        onChange={(event) => setText(event.target.value)}
      />
      {pasted !== null && <PastedChip text={pasted} onRemove={() => setPasted(null)} />}
      <p id={noteId} className={styles['note']}>
        {tooLong ? TOO_LONG : noteWords(isLast, leavesChanges)}
      </p>
      <div className={styles['buttons']}>
        <Button variant="primary" type="submit" disabled={cannot}>
          {t`Send`}
        </Button>
        <Button variant="ghost" onClick={onClose}>
          {t`Cancel`}
        </Button>
      </div>
    </form>
  );
}

function noteWords(isLast: boolean, leavesChanges: boolean): string {
  const goes = isLast ? t`The answer to it is replaced.` : t`What was said after it is replaced, too.`;
  return leavesChanges ? t`${goes} What was changed on the board stays; undo it first if it should not.` : goes;
}
