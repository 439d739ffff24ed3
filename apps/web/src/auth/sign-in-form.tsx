import { t } from '@talkan/words/words';
import { useState } from 'react';
import { Field, PasswordField } from '../ui/field';
import { EntryButton, EntryForm } from './entry-form';
import { signInWords } from './sign-in-words';
import { useCountdown } from './use-countdown';
import { useSignIn } from './use-sign-in';

interface SignInFormProps {
  /** Who was signed in on this page when the session ended. */
  again?: string | undefined;
  label?: string;
  onSignedIn?: () => void;
}

/** User name and password of an account that there is. */
export function SignInForm({ again, label = t`Sign in`, onSignedIn }: SignInFormProps) {
  const [username, setUsername] = useState(again ?? '');
  const [password, setPassword] = useState('');
  const { failure, busy, signIn } = useSignIn(onSignedIn);
  const wait = useCountdown(failure?.waitUntil ?? null);

  const submit = () => {
    if (!busy && wait === 0) void signIn({ username: username.trim(), password });
  };

  return (
    <EntryForm problem={failure && signInWords(failure.problem)} onSubmit={submit}>
      <Field
        label={t`Username`}
        name="username"
        value={username}
        required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- The page has no other purpose.
        autoFocus={again === undefined}
        onChange={(event) => setUsername(event.target.value)}
      />
      <PasswordField
        label={t`Password`}
        name="password"
        value={password}
        required
        autoComplete="current-password"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- Who signs in again has a name already.
        autoFocus={again !== undefined}
        onChange={(event) => setPassword(event.target.value)}
      />
      <EntryButton type="submit" busy={busy} wait={wait}>
        {busy ? t`Signing in` : label}
      </EntryButton>
    </EntryForm>
  );
}
