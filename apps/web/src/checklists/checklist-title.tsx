import type { Checklist } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { ArrowDown, ArrowUp, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { joinLines } from '../board/one-line';
import { useBoardPart } from '../sync/use-board-store';
import { IconButton } from '../ui/button';
import { useDraft } from '../ui/drafts';
import { Menu } from '../ui/menu';
import { RenameField } from '../ui/rename-field';
import styles from './checklists.module.css';
import type { ChecklistActions } from './use-checklists';

interface ChecklistTitleProps {
  readonly headingId: string;
  readonly checklist: Checklist;
  readonly actions: ChecklistActions;
  readonly canEdit: boolean;
  readonly isNew: boolean;
  readonly place: { readonly isFirst: boolean; readonly isLast: boolean };
}

/** The name of a checklist, and what can be done to all of it. */
export function ChecklistTitle({ headingId, checklist, actions, canEdit, isNew, place }: ChecklistTitleProps) {
  const [isRenaming, setRenaming] = useState(false);
  const { id, title } = checklist;
  if (!canEdit) {
    return (
      <h3 id={headingId} className={styles['title']}>
        {title}
      </h3>
    );
  }
  const items = [
    { label: t`Rename`, icon: Pencil, onSelect: () => setRenaming(true) },
    ...(place.isFirst ? [] : [{ label: t`Move up`, icon: ArrowUp, onSelect: () => actions.move(id, -1) }]),
    ...(place.isLast ? [] : [{ label: t`Move down`, icon: ArrowDown, onSelect: () => actions.move(id, 1) }]),
    { label: t`Delete`, icon: Trash2, danger: true, onSelect: () => actions.remove(checklist) },
  ];
  return (
    <>
      <h3 id={headingId} className={styles['title']} data-new={isNew || undefined} hidden={isRenaming}>
        {title}
      </h3>
      {isRenaming && <Rename checklist={checklist} onClose={() => setRenaming(false)} onName={actions.rename} />}
      <Menu
        label={t`Actions for ${title}`}
        items={items}
        trigger={(props) => (
          <IconButton {...props} label={t`Actions for ${title}`} className={styles['more']}>
            <Ellipsis size={16} aria-hidden="true" />
          </IconButton>
        )}
      />
    </>
  );
}

interface RenameProps {
  readonly checklist: Checklist;
  readonly onName: ChecklistActions['rename'];
  readonly onClose: () => void;
}

function Rename({ checklist, onName, onClose }: RenameProps) {
  const boardId = useBoardPart((state) => state.board.id);
  const [text, setText, clear] = useDraft(`checklist:${boardId}:${checklist.id}`, checklist.title);
  return (
    <RenameField
      name={checklist.title}
      text={text}
      className={styles['rename']}
      onText={(typed) => setText(joinLines(typed))}
      onName={(title) => onName(checklist.id, title)}
      onClose={(keep) => {
        if (keep) clear();
        onClose();
      }}
    />
  );
}
