import type { ComponentProps } from 'react';
import styles from './text-box.module.css';

/** The line of text in a picker. It is as wide as its place, unless a rule of its place says otherwise. */
export function TextBox(props: Omit<ComponentProps<'input'>, 'className'>) {
  return <input className={styles['box']} {...props} />;
}
