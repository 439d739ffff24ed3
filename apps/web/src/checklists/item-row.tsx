import type { ChecklistItem, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { GripVertical } from 'lucide-react';
import { memo, useState, type KeyboardEvent } from 'react';
import { itemDraft } from '../card/field-draft';
import { useBoardPart } from '../sync/use-board-store';
import { useDraft } from '../ui/drafts';
import { Tick } from '../ui/tick';
import styles from './checklists.module.css';
import { ItemAssignee } from './item-assignee';
import { ItemField } from './item-field';
import { ItemMenu } from './item-menu';
import type { ChecklistActions } from './use-checklists';

export interface ItemRowProps {
  readonly cardId: Id;
  readonly item: ChecklistItem;
  readonly actions: ChecklistActions;
  readonly onTick: (item: ChecklistItem, done: boolean) => void;
  readonly onStep: (itemId: Id, step: 1 | -1) => void;
  readonly canEdit: boolean;
}

/** An item: of hundreds only those that are another one by now are drawn anew. */
export const ItemRow = memo(function ItemRow(props: ItemRowProps) {
  const { cardId, item, actions, onTick, onStep, canEdit } = props;
  const boardId = useBoardPart((state) => state.board.id);
  const [kept] = useDraft(itemDraft(boardId, cardId, item.id), '');
  const [isEditing, setEditing] = useState(false);

  const press = (event: KeyboardEvent) => {
    if (!canEdit || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    onStep(item.id, event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Alt and an arrow move the item from whatever in it has the focus.
    <li className={styles['item']} data-item-id={item.id} data-done={item.done || undefined} onKeyDown={press}>
      {canEdit && (
        <span className={styles['grip']} data-item-grip aria-hidden="true">
          <GripVertical size={14} />
        </span>
      )}
      <label className={styles['box']}>
        <Tick
          checked={item.done}
          disabled={!canEdit}
          aria-label={item.text}
          aria-keyshortcuts={canEdit ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
          onChange={(event) => onTick(item, event.target.checked)}
        />
      </label>
      {canEdit && (isEditing || kept !== '') ? (
        <ItemField cardId={cardId} item={item} hasFocus={isEditing} onClose={() => setEditing(false)} />
      ) : (
        <ItemText item={item} onEdit={canEdit ? () => setEditing(true) : null} />
      )}
      <ItemAssignee item={item} onAssign={canEdit ? actions.assign : null} />
      {canEdit && <ItemMenu item={item} actions={actions} onEdit={() => setEditing(true)} onStep={onStep} />}
    </li>
  );
});

function ItemText({ item, onEdit }: { item: ChecklistItem; onEdit: (() => void) | null }) {
  if (!onEdit)
    return (
      <span dir="auto" className={styles['text']}>
        {item.text}
      </span>
    );
  return (
    <button type="button" dir="auto" className={styles['text']} title={t`Edit`} onClick={onEdit}>
      {item.text}
    </button>
  );
}
