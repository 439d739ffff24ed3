import { t } from '@talkan/words/words';
import { TriangleAlert } from 'lucide-react';
import type { ComponentProps, FormEvent, ReactNode } from 'react';
import { Button } from '../ui/button';
import styles from './entry-page.module.css';

interface EntryFormProps {
  /** Why the last try failed. */
  problem: string | null;
  onSubmit: () => void;
  children: ReactNode;
}

/** The form of a page before the board. */
export function EntryForm({ problem, onSubmit, children }: EntryFormProps) {
  return (
    <form
      className={styles['form']}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {problem !== null && (
        <p key={problem} className={styles['problem']} role="alert">
          <TriangleAlert size={16} aria-hidden="true" />
          <span>{problem}</span>
        </p>
      )}
      {children}
    </form>
  );
}

interface EntryButtonProps extends Omit<ComponentProps<typeof Button>, 'className'> {
  busy?: boolean;
  /** Seconds until another try is worth it. */
  wait?: number;
}

/** The button that such a page is there for. */
export function EntryButton({ busy = false, wait = 0, children, ...rest }: EntryButtonProps) {
  return (
    <Button variant="primary" className={styles['submit']} aria-disabled={busy || wait > 0} {...rest}>
      {wait > 0 ? t`Wait ${wait} s` : children}
    </Button>
  );
}
