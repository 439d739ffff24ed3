import type { ReactNode } from 'react';
import { BrandMark } from '../ui/brand-mark';
import styles from './notice.module.css';

/** A sentence and one way on, where there is nothing else to show. */
export function Notice({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles['notice']} role="alert">
      <BrandMark size={32} />
      <h1 className={styles['title']}>{title}</h1>
      <p className={styles['text']}>{children}</p>
      {action}
    </div>
  );
}
