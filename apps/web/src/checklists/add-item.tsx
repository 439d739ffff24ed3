import { itemTexts } from '@talkan/board/compose-checklists';
import { LIMITS } from '@talkan/board/limits';
import type { Checklist, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState, type ClipboardEvent } from 'react';
import { newItemDraft } from '../board/draft-keys';
import { useAutoGrow } from '../card/use-auto-grow';
import { useBoardPart } from '../sync/use-board-store';
import { Button } from '../ui/button';
import { useDraft } from '../ui/drafts';
import styles from './checklists.module.css';
import type { ChecklistActions } from './use-checklists';

interface AddItemProps {
  readonly cardId: Id;
  readonly checklist: Checklist;
  readonly actions: ChecklistActions;
  readonly isNew: boolean;
}

/** The field for new items. It stays open for the next one; what was typed into it stays whatever happens. */
export function AddItem(props: AddItemProps) {
  const { cardId, checklist, isNew } = props;
  const boardId = useBoardPart((state) => state.board.id);
  const draft = useDraft(newItemDraft(boardId, cardId, checklist.id), '');
  const [isOpen, setOpen] = useState(isNew);
  const [wasLeft, setLeft] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (hadFocus: boolean) => {
    setOpen(false);
    setLeft(true);
    if (hadFocus) requestAnimationFrame(() => button.current?.focus());
  };
  // What was refused comes back as a draft: it is to be seen, unless it is what was left here with Esc.
  if (isOpen || (draft[0] !== '' && !wasLeft))
    return <NewItem {...props} draft={draft} hasFocus={isOpen} onClose={close} />;
  const open = () => {
    setOpen(true);
    setLeft(false);
  };
  return (
    <button ref={button} type="button" className={styles['add']} onClick={open}>
      <Plus size={16} aria-hidden="true" />
      {draft[0] === '' ? t`Add item` : <span className={styles['draft']}>{t`Go on with “${draft[0]}”`}</span>}
      <span className="sr-only"> {t`to ${checklist.title}`}</span>
    </button>
  );
}

interface NewItemProps extends AddItemProps {
  readonly draft: ReturnType<typeof useDraft>;
  readonly hasFocus: boolean;
  readonly onClose: (hadFocus: boolean) => void;
}

function NewItem({ checklist, actions, draft: [text, setText, clear], hasFocus, onClose }: NewItemProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useAutoGrow(field);
  useEffect(() => {
    if (hasFocus) field.current?.focus();
  }, [hasFocus]);

  const add = (typed: string) => {
    if (itemTexts(typed).length === 0) return;
    clear();
    actions.addItems(checklist.id, typed);
    requestAnimationFrame(() => field.current?.scrollIntoView({ block: 'nearest' }));
  };
  const paste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (itemTexts(pasted).length < 2) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    add(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Hears when the focus leaves the fields in it.
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        add(text);
        field.current?.focus();
      }}
      onBlur={(event) => {
        const left = !event.currentTarget.contains(event.relatedTarget) && document.activeElement !== event.target;
        if (left && text.trim() === '') onClose(false);
      }}
    >
      <textarea
        ref={field}
        className={styles['field']}
        rows={1}
        value={text}
        maxLength={LIMITS.title}
        placeholder={t`What is to be done?`}
        aria-label={t`New item in ${checklist.title}`}
        enterKeyHint="done"
        onChange={(event) => setText(event.target.value)}
        onPaste={paste}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') {
            event.preventDefault();
            add(text);
          }
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onClose(true);
        }}
      />
      <div className={styles['buttons']}>
        <Button type="submit" variant="primary" disabled={text.trim() === ''}>
          {t`Add`}
        </Button>
        <Button variant="ghost" onClick={() => onClose(true)}>
          {t`Close`}
        </Button>
      </div>
    </form>
  );
}
