import { t } from '@talkan/words/words';
import { EntryPage } from './entry-page';
import { SignInForm } from './sign-in-form';

/** `again`: who was signed in on this page when the session ended. */
export function SignInPage({ again }: { again?: string }) {
  const line = again ? t`Your session has ended. Sign in to go on where you were.` : t`The board you can talk to.`;
  return (
    <EntryPage title="Talkan" line={line}>
      <SignInForm again={again} />
    </EntryPage>
  );
}
