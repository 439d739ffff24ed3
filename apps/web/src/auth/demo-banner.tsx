import { t } from '@talkan/words/words';
import { X } from 'lucide-react';
import { IconButton } from '../ui/button';
import styles from './demo-banner.module.css';
import { passwordDialogOpen } from './password-dialog-open';
import type { Session } from './use-session';

/** Says, until it is changed, that this account still has the password of the documentation. */
export function DemoBanner({ session, onDismiss }: { session: Session; onDismiss: () => void }) {
  return (
    <section className={styles['banner']} aria-label={t`First sign-in`}>
      <p>
        {t`The password of “${session.user.username}” is still “password”.`}{' '}
        <button type="button" className={styles['change']} onClick={() => passwordDialogOpen.set(true)}>
          {t`Change it`}
        </button>
      </p>
      <IconButton label={t`Dismiss until the next visit`} className={styles['dismiss']} onClick={onDismiss}>
        <X size={14} aria-hidden="true" />
      </IconButton>
    </section>
  );
}
