import type { ChecklistItem, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { ArrowDown, ArrowUp, Ellipsis, Pencil, SquareArrowOutUpRight, Trash2 } from 'lucide-react';
import { use } from 'react';
import { IconButton } from '../ui/button';
import { Menu } from '../ui/menu';
import styles from './checklists.module.css';
import { assigning } from './item-assignee';
import { MembersContext } from './members';
import type { ChecklistActions } from './use-checklists';

interface ItemMenuProps {
  readonly item: ChecklistItem;
  readonly actions: ChecklistActions;
  readonly onEdit: () => void;
  readonly onStep: (itemId: Id, step: 1 | -1) => void;
}

/** What can be done to an item without dragging it. */
export function ItemMenu({ item, actions, onEdit, onStep }: ItemMenuProps) {
  const { members, isPhone } = use(MembersContext);
  const remove = () => {
    const row = document.querySelector(`[data-item-id="${item.id}"]`);
    const next = row?.nextElementSibling ?? row?.previousElementSibling;
    actions.removeItem(item);
    requestAnimationFrame(() => next?.querySelector('input')?.focus());
  };
  const items = [
    { label: t`Edit`, icon: Pencil, onSelect: onEdit },
    { label: t`Convert to card`, icon: SquareArrowOutUpRight, onSelect: () => actions.toCard(item) },
    { label: t`Move up`, icon: ArrowUp, onSelect: () => onStep(item.id, -1) },
    { label: t`Move down`, icon: ArrowDown, onSelect: () => onStep(item.id, 1) },
    { label: t`Delete`, icon: Trash2, danger: true, onSelect: remove },
    ...(isPhone ? assigning(item, { members, onAssign: actions.assign, section: t`Assign to` }) : []),
  ];
  return (
    <Menu
      label={t`Actions for ${item.text}`}
      items={items}
      trigger={(props) => (
        <IconButton {...props} label={t`Actions for ${item.text}`} className={styles['more']}>
          <Ellipsis size={16} aria-hidden="true" />
        </IconButton>
      )}
    />
  );
}
