import { t } from '@talkan/words/words';
import { Link2 } from 'lucide-react';
import { useState } from 'react';
import { problemOf } from '../problem';
import { Button } from '../ui/button';
import rows from './member-row.module.css';
import { sayLeft } from './people-words';
import styles from './people.module.css';
import { ROLE_NAMES } from './role-words';
import type { Invitation, People } from './use-people';

/** The invitations that can still be used, for owners. */
export function InvitationList({ people }: { people: People }) {
  const { data, error, dataUpdatedAt, isFetching, refetch } = people.invitations;
  const [problem, setProblem] = useState<string | null>(null);
  const takeBack = async ({ id }: Invitation) => {
    setProblem(null);
    try {
      await people.takeBack(id);
    } catch (failure) {
      setProblem(problemOf(failure).message);
    }
  };
  const said = problem ?? (data || !error ? null : problemOf(error).message);
  if (!said && (!data || data.length === 0)) return null;

  return (
    <section className={styles['invitations']} aria-labelledby="open-invitations">
      <h3 id="open-invitations">{t`Open invitations`}</h3>
      {said && (
        <p className={rows['refused']} role="alert">
          {said}{' '}
          {!data && (
            <Button disabled={isFetching} onClick={() => void refetch()}>
              {t`Retry`}
            </Button>
          )}
        </p>
      )}
      <ul>
        {data?.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} now={dataUpdatedAt} onTakeBack={takeBack} />
        ))}
      </ul>
    </section>
  );
}

interface InvitationRowProps {
  invitation: Invitation;
  now: number;
  onTakeBack: (invitation: Invitation) => Promise<void>;
}

function InvitationRow({ invitation, now, onTakeBack }: InvitationRowProps) {
  const [busy, setBusy] = useState(false);
  const { role, createdBy, expiresAt } = invitation;
  const takeBack = async () => {
    if (busy) return;
    setBusy(true);
    await onTakeBack(invitation);
    setBusy(false);
  };
  return (
    <li className={rows['row']}>
      <i className={rows['link']}>
        <Link2 size={15} aria-hidden="true" />
      </i>
      <p className={rows['who']}>
        <b>{ROLE_NAMES[role]}</b>
        <small>{t`By ${createdBy.name}, good for ${sayLeft(expiresAt, now)}`}</small>
      </p>
      <Button aria-disabled={busy} onClick={() => void takeBack()}>
        {t`Take back`}
      </Button>
    </li>
  );
}
