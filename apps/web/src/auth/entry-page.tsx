import type { ReactNode } from 'react';
import { AppearanceButton } from '../appearance/appearance-button';
import { BrandMark } from '../ui/brand-mark';
import styles from './entry-page.module.css';

interface EntryPageProps {
  title: string;
  line?: string | undefined;
  children?: ReactNode;
}

/** A page before the board: a narrow column in the middle of the window, under the sign. */
export function EntryPage({ title, line, children }: EntryPageProps) {
  return (
    <main className={styles['page']}>
      <div className={styles['panel']}>
        <BrandMark size={44} />
        <h1 className={styles['name']}>{title}</h1>
        {line !== undefined && <p className={styles['line']}>{line}</p>}
        {children}
        <AppearanceButton />
      </div>
    </main>
  );
}
