import { t } from '@talkan/words/words';
import { useEffect, useRef, useState } from 'react';
import { EntryButton, EntryForm } from '../auth/entry-form';
import { useCountdown } from '../auth/use-countdown';
import { Field, PasswordField } from '../ui/field';
import { ACCOUNT_HINTS, checkAccount, NO_PROBLEMS, type NewAccount } from './new-account';
import type { Joining } from './use-joining';

const NOBODY: NewAccount = { username: '', password: '' };

/** A user name and a password of one's own choice. */
export function NewAccountForm({ joining }: { joining: Joining }) {
  const { busy, hurdle, problem } = joining;
  const [account, setAccount] = useState(NOBODY);
  const [sent, setSent] = useState<NewAccount>(NOBODY);
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const username = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const wait = useCountdown(joining.waitUntil);

  useEffect(() => {
    if (hurdle?.kind === 'username') username.current?.focus();
    if (hurdle?.kind === 'password') password.current?.focus();
  }, [hurdle]);

  const submit = () => {
    if (busy || wait > 0) return;
    const wanted = { ...account, username: account.username.trim() };
    const found = checkAccount(wanted);
    setProblems(found);
    if (found.username !== null) return username.current?.focus();
    if (found.password !== null) return password.current?.focus();
    setSent(wanted);
    joining.register(wanted);
  };
  const change = (field: keyof NewAccount, text: string) => {
    setAccount({ ...account, [field]: text });
    setProblems({ ...problems, [field]: null });
  };
  /** What the server said of a field stands until something else is typed in it. */
  const errorOf = (field: keyof NewAccount) =>
    problems[field] ??
    (hurdle?.kind === field && !busy && account[field].trim() === sent[field].trim() ? problem : null);

  return (
    <EntryForm problem={hurdle?.kind === 'passing' ? problem : null} onSubmit={submit}>
      <Field
        ref={username}
        label={t`Username`}
        name="username"
        value={account.username}
        hint={ACCOUNT_HINTS.username}
        error={errorOf('username')}
        aria-required
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- The page has no other purpose.
        autoFocus
        onChange={(event) => change('username', event.target.value)}
      />
      <PasswordField
        ref={password}
        label={t`Password`}
        name="password"
        value={account.password}
        hint={ACCOUNT_HINTS.password}
        error={errorOf('password')}
        aria-required
        autoComplete="new-password"
        onChange={(event) => change('password', event.target.value)}
      />
      <EntryButton type="submit" busy={busy} wait={wait}>
        {busy ? t`Joining` : t`Join the board`}
      </EntryButton>
    </EntryForm>
  );
}
