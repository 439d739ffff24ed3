import { t } from '@talkan/words/words';
import { EntryButton, EntryForm } from '../auth/entry-form';
import { EntryPage } from '../auth/entry-page';
import { useCountdown } from '../auth/use-countdown';
import { useLeaving } from '../auth/use-leaving';
import type { Session } from '../auth/use-session';
import { Button } from '../ui/button';
import styles from './join-page.module.css';
import { JOIN_PATH } from './join-path';
import type { Joining } from './use-joining';

/** For whoever is signed in. */
export function JoinAsSelf({ title, session, joining }: { title: string; session: Session; joining: Joining }) {
  const { username } = session.user;
  const { leave, question } = useLeaving(session, JOIN_PATH);
  const wait = useCountdown(joining.waitUntil);
  return (
    <EntryPage title={title} line={t`You are signed in as ${username}.`}>
      <EntryForm problem={joining.problem} onSubmit={() => wait === 0 && joining.accept()}>
        <EntryButton type="submit" busy={joining.busy} wait={wait}>
          {joining.busy ? t`Joining` : t`Join as ${username}`}
        </EntryButton>
      </EntryForm>
      <Button variant="ghost" className={styles['other']} onClick={leave}>
        {t`Use another account`}
      </Button>
      {question}
    </EntryPage>
  );
}
