import { TriangleAlert } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { BrandMark } from '../ui/brand-mark';
import { Button } from '../ui/button';
import { Field, PasswordField } from '../ui/field';
import { signInWords } from './sign-in-words';
import styles from './sign-in-page.module.css';
import { useCountdown } from './use-countdown';
import { useSignIn } from './use-sign-in';

/** `again`: who was signed in on this page when the session ended. */
export function SignInPage({ again }: { again?: string }) {
  const [username, setUsername] = useState(again ?? '');
  const [password, setPassword] = useState('');
  const { failure, busy, signIn } = useSignIn();
  const wait = useCountdown(failure?.waitUntil ?? null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy && wait === 0) void signIn({ username: username.trim(), password });
  };

  return (
    <main className={styles['page']}>
      <div className={styles['panel']}>
        <BrandMark size={44} />
        <h1 className={styles['name']}>Talkan</h1>
        <p className={styles['line']}>
          {again ? 'Your session has ended. Sign in to go on where you were.' : 'The board you can talk to.'}
        </p>
        <form className={styles['form']} onSubmit={submit}>
          {failure && (
            <p key={failure.problem.message} className={styles['problem']} role="alert">
              <TriangleAlert size={16} aria-hidden="true" />
              <span>{signInWords(failure.problem)}</span>
            </p>
          )}
          <Field
            label="Username"
            name="username"
            value={username}
            required
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            // The page has no other purpose.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={!again}
            onChange={(event) => setUsername(event.target.value)}
          />
          <PasswordField
            label="Password"
            name="password"
            value={password}
            required
            autoComplete="current-password"
            // Who signs in again has a name already.
            // oxlint-disable-next-line jsx-a11y/no-autofocus
            autoFocus={again !== undefined}
            onChange={(event) => setPassword(event.target.value)}
          />
          <Button type="submit" variant="primary" className={styles['submit']} aria-disabled={busy || wait > 0}>
            {wait > 0 ? `Wait ${wait} s` : busy ? 'Signing in' : 'Sign in'}
          </Button>
        </form>
      </div>
    </main>
  );
}
