import { t } from '@talkan/words/words';
import { useId, useState, type FormEvent } from 'react';
import { problemOf } from '../problem';
import { api, trpc } from '../trpc';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { PasswordField } from '../ui/field';
import { showToast } from '../ui/toast';
import styles from '../ui/dialog-form.module.css';

const LEAST = 8;
const MOST = 200;

export function PasswordDialog({ username, onClose }: { username: string; onClose: () => void }) {
  const titleId = useId();
  const utils = trpc.useUtils();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async () => {
    if (busy) return;
    if (next === current) {
      setProblem(t`The new password is the one you have. Choose another one.`);
      return;
    }
    setBusy(true);
    try {
      await api.auth.changePassword.mutate({ current, next });
      void utils.auth.me.invalidate();
      showToast({ message: t`Password changed. You are signed out everywhere else.` });
      onClose();
    } catch (error) {
      setProblem(problemOf(error).message);
      setBusy(false);
    }
  };

  return (
    <Dialog open onClose={onClose} labelledBy={titleId}>
      <form
        className={styles['form']}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h2 id={titleId} className={styles['title']}>
          {t`Change password`}
        </h2>
        {problem !== null && (
          <p key={problem} className={styles['problem']} role="alert">
            {problem}
          </p>
        )}
        {/* Tells a password manager whose password it is. */}
        <input type="text" name="username" autoComplete="username" value={username} readOnly hidden />
        <PasswordField
          label={t`Current password`}
          name="current"
          value={current}
          required
          autoComplete="current-password"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- The first field of a dialog that was asked for.
          autoFocus
          onChange={(event) => setCurrent(event.target.value)}
        />
        <PasswordField
          label={t`New password`}
          hint={t`At least ${LEAST} characters.`}
          name="next"
          value={next}
          required
          minLength={LEAST}
          maxLength={MOST}
          autoComplete="new-password"
          onChange={(event) => setNext(event.target.value)}
        />
        <div className={styles['actions']}>
          <Button variant="ghost" onClick={onClose}>
            {t`Cancel`}
          </Button>
          <Button type="submit" variant="primary" disabled={busy}>
            {busy ? t`Changing` : t`Change password`}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
