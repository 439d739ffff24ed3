import { useEffect } from 'react';
import { Button } from '../ui/button';
import { Notice } from './notice';
import { useStanding } from './page-stands';
import styles from './workspace.module.css';

interface PlaceProps {
  title: string;
  action: { readonly label: string; readonly busy?: boolean; readonly run: () => void };
  children: string;
}

/** Stands where a board would. */
export function Place({ title, action, children }: PlaceProps) {
  useStanding();
  useEffect(() => {
    document.title = 'Talkan';
  }, []);
  return (
    <main id="board" tabIndex={-1} className={styles['area']}>
      <Notice
        title={title}
        action={
          <Button variant="primary" disabled={action.busy} onClick={action.run}>
            {action.label}
          </Button>
        }
      >
        {children}
      </Notice>
    </main>
  );
}
