import { t } from '@talkan/words/words';
import { useState } from 'react';
import { EntryPage } from '../auth/entry-page';
import { SignInForm } from '../auth/sign-in-form';
import { Button } from '../ui/button';
import styles from './join-page.module.css';
import { NewAccountForm } from './new-account-form';
import type { Joining } from './use-joining';

/** For whoever is not signed in: with an account that is made now, or with the one they have. */
export function JoinAsNewcomer({ title, joining }: { title: string; joining: Joining }) {
  const ended = joining.hurdle?.kind === 'signed-out';
  const [hasAccount, setHasAccount] = useState(ended);
  const line = hasAccount
    ? (ended && joining.problem) || t`Sign in with your account to join.`
    : t`Pick a username and a password to join.`;
  return (
    <EntryPage title={title} line={line}>
      {hasAccount ? (
        <SignInForm label={t`Sign in and join`} onSignedIn={joining.accept} />
      ) : (
        <NewAccountForm joining={joining} />
      )}
      <Button variant="ghost" className={styles['other']} onClick={() => setHasAccount(!hasAccount)}>
        {hasAccount ? t`I am new here` : t`I have an account`}
      </Button>
    </EntryPage>
  );
}
