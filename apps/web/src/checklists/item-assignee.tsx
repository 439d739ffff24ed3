import type { ChecklistItem, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { UserPlus, UserRound, UserRoundX } from 'lucide-react';
import { use } from 'react';
import { Avatar } from '../presence/avatar';
import { IconButton } from '../ui/button';
import { Menu, type MenuItem } from '../ui/menu';
import styles from './checklists.module.css';
import { MembersContext, type Member } from './members';

interface ItemAssigneeProps {
  readonly item: ChecklistItem;
  /** `null`: this person may not. */
  readonly onAssign: ((itemId: Id, assigneeId: Id | null) => void) | null;
}

/** Who has an item, and the choice of who has. */
export function ItemAssignee({ item, onAssign }: ItemAssigneeProps) {
  const { members, isPhone } = use(MembersContext);
  const { text, assigneeId } = item;
  const member = members.find((one) => one.id === assigneeId);
  const sign = member && <Avatar name={member.name} hue={member.hue} />;
  // A phone has no room beside the text: the item’s menu chooses it there.
  if (!onAssign || isPhone) return sign ? <span className={styles['who']}>{sign}</span> : null;
  const label = member ? t`${text}: assigned to ${member.name}` : t`Assign ${text}`;
  return (
    <Menu
      label={t`Who does “${text}”?`}
      items={assigning(item, { members, onAssign })}
      trigger={(props) => (
        <IconButton
          {...props}
          label={label}
          className={styles['assign']}
          data-assigned={assigneeId !== null || undefined}
        >
          {sign ?? <UserPlus size={15} aria-hidden="true" />}
        </IconButton>
      )}
    />
  );
}

interface Assigning {
  readonly members: readonly Member[];
  readonly onAssign: (itemId: Id, assigneeId: Id | null) => void;
  readonly section?: string;
}

/** The choice of who has an item. */
export function assigning({ id, assigneeId }: ChecklistItem, { members, onAssign, section }: Assigning): MenuItem[] {
  return [
    ...members.map((one) => ({ label: one.name, icon: UserRound, section, onSelect: () => onAssign(id, one.id) })),
    ...(assigneeId === null
      ? []
      : [{ label: t`Nobody`, icon: UserRoundX, section, onSelect: () => onAssign(id, null) }]),
  ];
}
