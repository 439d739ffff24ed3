import type { ComponentProps } from 'react';
import styles from './tick.module.css';

interface TickProps extends Omit<ComponentProps<'input'>, 'type' | 'className' | 'ref'> {
  /** Of several that it stands for, some have it. */
  readonly isMixed?: boolean | undefined;
}

/** A box to tick, 16 px: what stands around it is what is pressed. */
export function Tick({ isMixed = false, ...props }: TickProps) {
  // No attribute says it.
  const mix = (box: HTMLInputElement | null) => {
    if (box) box.indeterminate = isMixed;
  };
  return <input ref={mix} type="checkbox" className={styles['tick']} {...props} />;
}
