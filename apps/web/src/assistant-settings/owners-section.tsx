import { t } from '@talkan/words/words';
import { X } from 'lucide-react';
import { useId, useState, type FormEvent } from 'react';
import type { Session } from '../auth/use-session';
import { problemOf } from '../problem';
import { api, trpc, type RouterOutputs } from '../trpc';
import { announce } from '../ui/announce';
import { Button, IconButton } from '../ui/button';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { useDraft } from '../ui/drafts';
import { Field } from '../ui/field';
import styles from './settings.module.css';

type Owner = RouterOutputs['owners']['list'][number];

/** Who may change these settings. */
export function OwnersSection({ session }: { session: Session }) {
  const titleId = useId();
  const utils = trpc.useUtils();
  const { data, error, isFetching, refetch } = trpc.owners.list.useQuery(undefined, { staleTime: 0 });
  const [leaving, setLeaving] = useState<Owner | null>(null);

  const change = async (work: () => Promise<readonly Owner[]>) => {
    utils.owners.list.setData(undefined, [...(await work())]);
  };
  const remove = async ({ userId, name }: Owner) => {
    await change(() => api.owners.remove.mutate({ userId }));
    announce(t`${name} is no longer an owner.`);
    if (userId === session.user.id) await utils.auth.me.invalidate();
  };

  return (
    <section className={styles['section']} aria-labelledby={titleId}>
      <h2 id={titleId}>{t`Owners of this Talkan`}</h2>
      <p className={styles['lead']}>{t`Whoever set it up, and whom they name. They alone see this page.`}</p>
      {data ? (
        <ul className={styles['owners']} aria-label={t`Owners`}>
          {data.map((owner) => (
            <li key={owner.userId}>
              <span>
                {owner.name}
                {owner.userId === session.user.id && <small> {t`you`}</small>}
              </span>
              {data.length > 1 && (
                <IconButton label={t`Remove ${owner.name} from the owners`} onClick={() => setLeaving(owner)}>
                  <X size={15} aria-hidden="true" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      ) : (
        error && (
          <p className={styles['problem']} role="alert">
            {problemOf(error).message}{' '}
            <Button disabled={isFetching} onClick={() => void refetch()}>
              {t`Retry`}
            </Button>
          </p>
        )
      )}
      <AddOwner onAdd={(username) => change(() => api.owners.add.mutate({ username }))} />
      {leaving && (
        <ConfirmDialog
          title={leaving.userId === session.user.id ? t`Stop being an owner?` : t`Remove ${leaving.name}?`}
          label={t`Remove`}
          run={() => remove(leaving)}
          onClose={() => setLeaving(null)}
        >
          {leaving.userId === session.user.id
            ? t`You will not see this page any more, unless another owner names you again.`
            : t`${leaving.name} will not see these settings any more. Their boards stay as they are.`}
        </ConfirmDialog>
      )}
    </section>
  );
}

function AddOwner({ onAdd }: { onAdd: (username: string) => Promise<void> }) {
  const [username, setUsername, clear] = useDraft('assistant-owner', '');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const add = async () => {
    const name = username.trim();
    if (busy) return;
    if (name === '') return setProblem(t`Enter their user name.`);
    setBusy(true);
    setProblem(null);
    try {
      await onAdd(name);
      clear();
      announce(t`${name} is an owner now.`);
    } catch (error) {
      setProblem(problemOf(error).message);
    }
    setBusy(false);
  };

  return (
    <form
      className={styles['add']}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void add();
      }}
    >
      <Field
        label={t`User name`}
        name="owner"
        value={username}
        maxLength={120}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        error={problem}
        onChange={(event) => setUsername(event.target.value)}
      />
      <Button type="submit" aria-disabled={busy}>
        {t`Make an owner`}
      </Button>
    </form>
  );
}
