import { LIMITS } from '@talkan/board/limits';
import type { ChecklistItem, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useEffect, useId, useMemo, useRef } from 'react';
import { joinLines } from '../board/one-line';
import { itemDraft } from '../card/field-draft';
import { useAutoGrow } from '../card/use-auto-grow';
import { useTextField, type BoardText } from '../card/use-text-field';
import { useBoardPart } from '../sync/use-board-store';
import { Button } from '../ui/button';
import styles from './checklists.module.css';

interface ItemFieldProps {
  readonly cardId: Id;
  readonly item: ChecklistItem;
  readonly hasFocus: boolean;
  readonly onClose: () => void;
}

/** An item's text as it is typed. Enter, Escape and leaving it keep it. */
export function ItemField({ cardId, item, hasFocus, onClose }: ItemFieldProps) {
  const field = useItemText(cardId, item);
  const element = useRef<HTMLTextAreaElement>(null);
  const problemId = useId();
  useAutoGrow(element);
  useEffect(() => {
    const input = element.current;
    if (!hasFocus || !input) return;
    input.focus();
    input.setSelectionRange(input.value.length, input.value.length);
  }, [hasFocus]);

  const close = () => {
    const row = element.current?.closest('li');
    onClose();
    requestAnimationFrame(() => row?.querySelector('input')?.focus());
  };
  return (
    <div className={styles['editing']}>
      <textarea
        ref={element}
        className={styles['field']}
        rows={1}
        value={field.text}
        maxLength={LIMITS.title}
        aria-label={t`Text of ${item.text}`}
        aria-invalid={field.status === 'empty' || undefined}
        aria-describedby={field.status === 'empty' ? problemId : undefined}
        enterKeyHint="done"
        onChange={(event) => field.type(joinLines(event.target.value))}
        onBlur={() => {
          if (document.activeElement === element.current) return;
          field.save();
          onClose();
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            field.save();
            if (field.status !== 'empty') close();
          }
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          // An item needs a text: without one it stays as it was.
          if (field.status === 'empty') field.takeTheirs();
          else field.save();
          close();
        }}
      />
      {field.status === 'empty' && (
        <p id={problemId} className={styles['problem']} role="alert">
          {t`An item needs a text. It keeps the old one until you type another.`}
        </p>
      )}
      {field.status === 'conflict' && (
        <div className={styles['conflict']} role="alert">
          <p>{t`The item was changed while you typed. Yours is not saved. It says now:`}</p>
          <blockquote>{item.text}</blockquote>
          <div className={styles['buttons']}>
            <Button variant="primary" onClick={field.keepMine}>
              {t`Keep mine`}
            </Button>
            <Button onClick={field.takeTheirs}>{t`Take theirs`}</Button>
          </div>
        </div>
      )}
    </div>
  );
}

function useItemText(cardId: Id, item: ChecklistItem) {
  const boardId = useBoardPart((state) => state.board.id);
  const { id: itemId, text: standing } = item;
  const text = useMemo(
    (): BoardText => ({
      draft: itemDraft(boardId, cardId, itemId),
      standing,
      kind: 'title',
      edit: (to, was) => ({ type: 'item.edit', cardId, itemId, text: { to, was } }),
      isMeant: (one) => one.type === 'item.edit' && one.itemId === itemId && one.text !== undefined,
    }),
    [boardId, cardId, itemId, standing],
  );
  return useTextField(text);
}
