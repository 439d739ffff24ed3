import type { Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { Check, Copy } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { invitationLink } from '../join/invitation-link';
import { problemOf } from '../problem';
import { announce } from '../ui/announce';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import dialogStyles from '../ui/dialog-form.module.css';
import { Field } from '../ui/field';
import { ROLE_MEANS } from './role-words';
import { RoleSelect } from './role-select';
import styles from './role-select.module.css';

interface InviteDialogProps {
  onInvite: (role: Role) => Promise<{ readonly token: string }>;
  onClose: () => void;
}

/** Makes the link of an invitation, and shows it this once. */
export function InviteDialog({ onInvite, onClose }: InviteDialogProps) {
  const titleId = useId();
  const [role, setRole] = useState<Role>('editor');
  const [link, setLink] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const make = async () => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      setLink(invitationLink(location.origin, (await onInvite(role)).token));
    } catch (error) {
      setProblem(problemOf(error).message);
    }
    setBusy(false);
  };

  return (
    <Dialog open onClose={onClose} labelledBy={titleId}>
      <form
        className={dialogStyles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <h2 id={titleId} className={dialogStyles['title']}>
          {link === null ? t`Invite somebody` : t`Send them this link`}
        </h2>
        {problem !== null && (
          <p className={dialogStyles['problem']} role="alert">
            {problem}
          </p>
        )}
        {link === null ? (
          <>
            <p className={dialogStyles['text']}>
              {t`You get a link to send. Whoever opens it picks a name and a password, or joins with the account they have.`}
            </p>
            <div className={styles['choice']}>
              <span aria-hidden="true">{t`They join as`}</span>
              <RoleSelect label={t`They join as`} role={role} onChange={setRole} />
              <small>{ROLE_MEANS[role]}</small>
            </div>
            <div className={dialogStyles['actions']}>
              <Button variant="ghost" onClick={onClose}>
                {t`Cancel`}
              </Button>
              <Button type="submit" variant="primary" aria-disabled={busy}>
                {busy ? t`Making the link` : t`Make the link`}
              </Button>
            </div>
          </>
        ) : (
          <MadeLink link={link} onClose={onClose} />
        )}
      </form>
    </Dialog>
  );
}

function MadeLink({ link, onClose }: { link: string; onClose: () => void }) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<'yes' | 'by-hand' | null>(null);

  // Backwards, so that its beginning is in sight.
  const select = () => field.current?.setSelectionRange(0, link.length, 'backward');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied('yes');
      announce(t`Copied.`);
    } catch {
      // Plain http has no clipboard, and whoever has one may not lend it.
      field.current?.focus();
      select();
      setCopied('by-hand');
    }
  };

  return (
    <>
      <Field
        ref={field}
        label={t`Link`}
        value={link}
        readOnly
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- Where it is wanted next.
        autoFocus
        onFocus={select}
        hint={t`Good for one person, for 7 days, and shown only now.`}
      />
      {copied === 'by-hand' && (
        <p className={dialogStyles['text']} role="alert">
          {t`This browser does not let the page copy. The link is selected: copy it yourself.`}
        </p>
      )}
      <div className={dialogStyles['actions']}>
        <Button variant="ghost" onClick={onClose}>
          {t`Done`}
        </Button>
        <Button variant="primary" onClick={() => void copy()}>
          {copied === 'yes' ? <Check size={15} aria-hidden="true" /> : <Copy size={15} aria-hidden="true" />}
          {copied === 'yes' ? t`Copied` : t`Copy`}
        </Button>
      </div>
    </>
  );
}
