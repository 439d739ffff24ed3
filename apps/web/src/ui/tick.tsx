import type { ComponentProps } from 'react';
import styles from './tick.module.css';

/** A box to tick, 16 px: what stands around it is what is pressed. */
export function Tick(props: Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return <input type="checkbox" className={styles['tick']} {...props} />;
}
