import type { Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { UserPlus, X } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf } from '../problem';
import { useBoardPart } from '../sync/use-board-store';
import { Button, IconButton } from '../ui/button';
import { showToast } from '../ui/toast';
import { InvitationList } from './invitation-list';
import { MemberList, type MemberListProps } from './member-list';
import styles from './people.module.css';
import { PeopleQuestions, type Question } from './people-questions';
import { RoleLegend } from './role-legend';
import { asRole } from './role-words';
import { usePeople, type Invitation, type Member, type People } from './use-people';

const OFFLINE = t`You are offline. Roles and invitations can be changed when you’re back.`;

export function PeoplePage({ headingId, onClose }: { headingId: string; onClose: () => void }) {
  const people = usePeople();
  const offline = useBoardPart((state) => state.connection === 'offline');
  const [question, setQuestion] = useState<Question | null>(null);
  const { change, setRole } = useRoleChange(people);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => page.current?.focus({ preventScroll: true }), []);

  const { userId } = people;
  const mayChange = people.isOwner && !offline;
  // What stands below the lists comes with them: it would be pushed away.
  const isThere = [people.members, ...(people.isOwner ? [people.invitations] : [])].every(
    ({ data, error }) => data !== undefined || error !== null,
  );
  const changeRole = useCallback(
    (member: Member, role: Role) => {
      if (member.userId === userId) setQuestion({ kind: 'step-down', role });
      else void setRole(member, role);
    },
    [userId, setRole],
  );
  const askToRemove = useCallback((member: Member) => setQuestion({ kind: 'remove', member }), []);
  const askToTakeBack = useCallback((invitation: Invitation) => setQuestion({ kind: 'take-back', invitation }), []);

  return (
    <div ref={page} className={styles['page']} tabIndex={-1}>
      <header className={styles['header']}>
        <h2 id={headingId}>{t`People on this board`}</h2>
        <span className={styles['count']}>{people.members.data?.length}</span>
        <span className={styles['space']} />
        {mayChange && (
          <Button variant="primary" onClick={() => setQuestion({ kind: 'invite' })}>
            <UserPlus size={15} aria-hidden="true" />
            {t`Invite`}
          </Button>
        )}
        <IconButton label={t`Close`} onClick={onClose}>
          <X size={16} aria-hidden="true" />
        </IconButton>
      </header>
      <div className={styles['body']}>
        <div className={styles['main']}>
          {offline && <p className={styles['offline']}>{OFFLINE}</p>}
          <Everybody people={people} change={change} onRole={mayChange ? changeRole : null} onRemove={askToRemove} />
          {people.isOwner && <InvitationList people={people} onTakeBack={askToTakeBack} />}
        </div>
        <aside className={styles['side']} hidden={!isThere}>
          <RoleLegend />
          <Button className={styles['leave']} disabled={offline} onClick={() => setQuestion({ kind: 'leave' })}>
            {t`Leave this board`}
          </Button>
        </aside>
      </div>
      <PeopleQuestions people={people} question={question} onClose={() => setQuestion(null)} />
    </div>
  );
}

type EverybodyProps = Pick<MemberListProps, 'change' | 'onRole' | 'onRemove'> & { people: People };

/** The list, or why there is none. */
function Everybody({ people, ...rest }: EverybodyProps) {
  const { data, error, isFetching, dataUpdatedAt, refetch } = people.members;
  if (data) return <MemberList members={data} now={dataUpdatedAt} ownId={people.userId} {...rest} />;
  if (!error) return <Waiting />;
  return (
    <div className={styles['failed']} role="alert">
      <p>{problemOf(error).message}</p>
      <Button disabled={isFetching} onClick={() => void refetch()}>
        {t`Retry`}
      </Button>
    </div>
  );
}

function Waiting() {
  return (
    <output className={styles['waiting']}>
      <span className="sr-only">{t`Loading who is on this board`}</span>
      {[0, 1, 2].map((row) => (
        <i key={row} aria-hidden="true" />
      ))}
    </output>
  );
}

/** Gives somebody else another role; a refusal is said in their row. */
function useRoleChange(people: People) {
  const [change, setChange] = useState<MemberListProps['change']>(null);
  const latest = useRef(people.setRole);
  const again = useRef<((member: Member, role: Role) => Promise<void>) | null>(null);
  useEffect(() => {
    latest.current = people.setRole;
  });
  const setRole = useCallback(async (member: Member, role: Role) => {
    const { userId, name, role: before } = member;
    setChange({ userId, role, problem: null });
    try {
      await latest.current(userId, role);
      setChange(null);
      showToast({
        id: `role-${userId}`,
        message: t`${name} is ${asRole(role)} now.`,
        action: { label: t`Undo`, run: () => void again.current?.({ ...member, role }, before) },
      });
    } catch (error) {
      setChange({ userId, role, problem: problemOf(error).message });
    }
  }, []);
  useEffect(() => {
    again.current = setRole;
  }, [setRole]);
  return { change, setRole };
}
