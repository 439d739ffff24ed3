import { t } from '@talkan/words/words';
import { Link2 } from 'lucide-react';
import { problemOf } from '../problem';
import { Button } from '../ui/button';
import rows from './member-row.module.css';
import { sayLeft } from './people-words';
import styles from './people.module.css';
import { ROLE_NAMES } from './role-words';
import type { Invitation, People } from './use-people';

interface InvitationListProps {
  people: People;
  onTakeBack: (invitation: Invitation) => void;
}

/** The invitations that can still be used, for owners. */
export function InvitationList({ people, onTakeBack }: InvitationListProps) {
  const { data, error, dataUpdatedAt, isFetching, refetch } = people.invitations;
  const problem = data || !error ? null : problemOf(error).message;
  if (problem === null && (!data || data.length === 0)) return null;

  return (
    <section className={styles['invitations']} aria-labelledby="open-invitations">
      <h3 id="open-invitations">{t`Open invitations`}</h3>
      {problem !== null && (
        <p className={rows['refused']} role="alert">
          {problem}{' '}
          <Button disabled={isFetching} onClick={() => void refetch()}>
            {t`Retry`}
          </Button>
        </p>
      )}
      <ul>
        {data?.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} now={dataUpdatedAt} onTakeBack={onTakeBack} />
        ))}
      </ul>
    </section>
  );
}

interface InvitationRowProps {
  invitation: Invitation;
  now: number;
  onTakeBack: (invitation: Invitation) => void;
}

function InvitationRow({ invitation, now, onTakeBack }: InvitationRowProps) {
  const { role, createdBy, expiresAt } = invitation;
  return (
    <li className={rows['row']}>
      <i className={rows['link']}>
        <Link2 size={15} aria-hidden="true" />
      </i>
      <p className={rows['who']}>
        <b>{ROLE_NAMES[role]}</b>
        <small>{t`By ${createdBy.name}, good for ${sayLeft(expiresAt, now)}`}</small>
      </p>
      <Button onClick={() => onTakeBack(invitation)}>{t`Take back`}</Button>
    </li>
  );
}
