import { LIMITS } from '@talkan/board/limits';
import { t } from '@talkan/words/words';
import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { newId } from '../sync/new-id';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { Button } from '../ui/button';
import { useDraft } from '../ui/drafts';
import { newColumnDraft } from './draft-keys';
import styles from './lane.module.css';
import { joinLines } from './one-line';

export interface AddColumnProps {
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

/** The place behind the last column, where the next one goes. */
export function AddColumn({ open, onOpen }: AddColumnProps) {
  const [hadFocus, setHadFocus] = useState(false);
  const close = (fromWithin: boolean) => {
    setHadFocus(fromWithin);
    onOpen(false);
  };
  return (
    <div className={styles['column']} data-lane="">
      {open ? (
        <ColumnForm onClose={close} />
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- Whoever closes the field with a key goes on from here.
        <button type="button" className={styles['add']} autoFocus={hadFocus} onClick={() => onOpen(true)}>
          <Plus size={15} aria-hidden="true" />
          {t`Add column`}
        </button>
      )}
    </div>
  );
}

/** `true`: the focus was in it. */
function ColumnForm({ onClose }: { onClose: (hadFocus: boolean) => void }) {
  const store = useBoardStore();
  const boardId = useBoardPart((state) => state.board.id);
  const [text, setText, clear] = useDraft(newColumnDraft(boardId), '');
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.scrollIntoView({ block: 'nearest', inline: 'end' });
  }, []);

  const add = () => {
    const title = text.trim();
    if (title === '') return;
    clear();
    store.commit([{ type: 'column.create', columnId: newId(), title }]);
    announce(t`Added the column ${title}.`);
    field.current?.focus();
    requestAnimationFrame(() => field.current?.scrollIntoView({ block: 'nearest', inline: 'end' }));
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Hears when the focus leaves the fields in it.
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onBlur={(event) => {
        const left = !event.currentTarget.contains(event.relatedTarget) && document.activeElement !== event.target;
        if (left && text.trim() === '') onClose(false);
      }}
    >
      <input
        ref={field}
        className={styles['field']}
        value={text}
        maxLength={LIMITS.name}
        placeholder={t`Name of the column`}
        aria-label={t`Name of the new column`}
        autoComplete="off"
        enterKeyHint="done"
        onChange={(event) => setText(joinLines(event.target.value))}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          onClose(true);
        }}
      />
      <div className={styles['buttons']}>
        <Button type="submit" variant="primary" disabled={text.trim() === ''}>
          {t`Add column`}
        </Button>
        <Button variant="ghost" onClick={() => onClose(true)}>
          {t`Close`}
        </Button>
      </div>
    </form>
  );
}
