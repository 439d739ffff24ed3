import type { Column } from '@talkan/board/model';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { useDraft } from '../ui/drafts';
import { RenameField } from '../ui/rename-field';
import { columnNameDraft } from './draft-keys';
import styles from './lane.module.css';
import { joinLines } from './one-line';

/** A column's name as a field. What was typed before Escape stays as a draft. */
export function RenameColumn({ column, onClose }: { column: Column; onClose: () => void }) {
  const store = useBoardStore();
  const boardId = useBoardPart((state) => state.board.id);
  const [text, setText, clear] = useDraft(columnNameDraft(boardId, column.id), column.title);
  return (
    <RenameField
      name={column.title}
      text={text}
      className={styles['rename']}
      onText={(typed) => setText(joinLines(typed))}
      onName={(title) => store.commit([{ type: 'column.rename', columnId: column.id, title }])}
      onClose={(keep) => {
        if (keep) clear();
        onClose();
      }}
    />
  );
}
