import type { Id } from '@talkan/board/model';
import type { Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { huesFor } from '../board/hues';
import { useOthers } from '../presence/use-others';
import { Button } from '../ui/button';
import { MemberRow } from './member-row';
import { inOrder, matching, sayDay } from './people-words';
import styles from './people.module.css';
import type { Member } from './use-people';

/** With more people than this one looks for somebody by name. */
const FEW = 8;
/** More are drawn only when asked for: a thousand take a slow phone more than half a second. */
const AT_ONCE = 100;

export interface MemberListProps {
  members: readonly Member[];
  /** When that was so, in milliseconds. */
  now: number;
  ownId: Id;
  /** The change of a role that is under way, or was refused. */
  change: { readonly userId: Id; readonly role: Role; readonly problem: string | null } | null;
  onRole: ((member: Member, role: Role) => void) | null;
  onRemove: (member: Member) => void;
}

export function MemberList({ members, now, ownId, change, onRole, onRemove }: MemberListProps) {
  const [words, setWords] = useState('');
  const [all, setAll] = useState(false);
  const others = useOthers();
  const here = useMemo(() => new Map(others.map(({ userId, hue }) => [userId, hue])), [others]);
  const everybody = useMemo(() => inOrder(members, ownId), [members, ownId]);
  const found = useMemo(() => matching(everybody, words), [everybody, words]);
  const shown = all ? found : found.slice(0, AT_ONCE);

  return (
    <>
      {members.length > FEW && (
        <div className={styles['filter']}>
          <Search size={15} aria-hidden="true" />
          <input
            type="search"
            aria-label={t`Find somebody`}
            placeholder={t`Find by name or role`}
            autoComplete="off"
            spellCheck={false}
            value={words}
            onChange={(event) => setWords(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || words === '') return;
              event.stopPropagation();
              setWords('');
            }}
          />
          <output>{words.trim() === '' ? '' : t`${found.length} of ${members.length}`}</output>
        </div>
      )}
      <ul aria-label={t`People`}>
        {shown.map((member) => {
          const { userId } = member;
          const changed = change?.userId === userId ? change : null;
          return (
            <MemberRow
              key={userId}
              member={member}
              isMe={userId === ownId}
              since={sayDay(member.joinedAt, now)}
              hue={here.get(userId) ?? hueOf(userId)}
              isHere={here.has(userId)}
              pending={changed?.problem === null ? changed.role : null}
              problem={changed && changed.problem}
              onRole={onRole}
              onRemove={onRemove}
            />
          );
        })}
      </ul>
      {shown.length < found.length && (
        <Button className={styles['more']} onClick={() => setAll(true)}>
          {t`Show the other ${found.length - shown.length}`}
        </Button>
      )}
      {found.length === 0 && <p className={styles['nobody']}>{t`Nobody here goes by “${words.trim()}”.`}</p>}
    </>
  );
}

function hueOf(userId: Id): number {
  return huesFor([userId]).get(userId) ?? 0;
}
