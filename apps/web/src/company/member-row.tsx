import type { Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { UserMinus } from 'lucide-react';
import { memo } from 'react';
import { Avatar } from '../presence/avatar';
import { IconButton } from '../ui/button';
import styles from './member-row.module.css';
import { ROLE_NAMES } from './role-words';
import { RoleSelect } from './role-select';
import type { Member } from './use-people';

interface MemberRowProps {
  member: Member;
  isMe: boolean;
  since: string;
  hue: number;
  /** Looking at the board right now. */
  isHere: boolean;
  /** The role that they are being given. */
  pending: Role | null;
  problem: string | null;
  /** `null`: for whoever may not change it. */
  onRole: ((member: Member, role: Role) => void) | null;
  onRemove: (member: Member) => void;
}

/** One of the people on the board. Light: there may be a thousand. */
export const MemberRow = memo(function MemberRow(props: MemberRowProps) {
  const { member, isMe, since, hue, isHere, pending, problem, onRole, onRemove } = props;
  const { name, role } = member;
  return (
    <li className={styles['row']}>
      <Avatar name={name} hue={hue} live={isHere} {...(isHere ? { note: t`looking at the board` } : {})} />
      <p className={styles['who']}>
        <b aria-hidden="true">{name}</b> {isMe && <span className={styles['you']}>{t`you`}</span>}
        <small>{t`Since ${since}`}</small>
      </p>
      {onRole ? (
        <RoleSelect
          label={t`Role of ${name}`}
          role={pending ?? role}
          disabled={pending !== null}
          onChange={(wanted) => onRole(member, wanted)}
        />
      ) : (
        <span className={styles['role']}>{ROLE_NAMES[role]}</span>
      )}
      {onRole && !isMe && (
        <IconButton label={t`Remove ${name}`} onClick={() => onRemove(member)}>
          <UserMinus size={16} aria-hidden="true" />
        </IconButton>
      )}
      {problem !== null && (
        <p className={styles['refused']} role="alert">
          {problem}
        </p>
      )}
    </li>
  );
});
