import type { Column } from '@talkan/board/model';
import { LIMITS } from '@talkan/board/limits';
import { useEffect, useRef } from 'react';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { useDraft } from '../ui/drafts';
import { columnNameDraft } from './draft-keys';
import styles from './lane.module.css';
import { joinLines } from './one-line';

/** A column's name as a field. Enter and leaving it keep the name, Escape leaves it as it was and what was typed as a draft. */
export function RenameColumn({ column, onClose }: { column: Column; onClose: () => void }) {
  const store = useBoardStore();
  const boardId = useBoardPart((state) => state.board.id);
  const [text, setText, clear] = useDraft(columnNameDraft(boardId, column.id), column.title);
  const field = useRef<HTMLInputElement>(null);
  const done = useRef(false);

  useEffect(() => field.current?.select(), []);

  const close = (keep: boolean) => {
    if (done.current) return;
    done.current = true;
    const title = text.trim();
    if (keep && title !== '' && title !== column.title) {
      store.commit([{ type: 'column.rename', columnId: column.id, title }]);
    }
    if (keep) clear();
    onClose();
  };

  return (
    <input
      ref={field}
      className={styles['rename']}
      value={text}
      maxLength={LIMITS.name}
      aria-label={`New name for ${column.title}`}
      autoComplete="off"
      onChange={(event) => setText(joinLines(event.target.value))}
      onBlur={() => close(true)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') close(true);
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close(false);
      }}
    />
  );
}
