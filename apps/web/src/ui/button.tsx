import type { ComponentProps, ReactNode } from 'react';
import type { KeyName } from '../keys/table';
import { useKeysOf } from '../keys/use-keys-of';
import styles from './button.module.css';
import { classNames } from './class-names';
import { showKeys } from './keys';

type ButtonVariant = 'primary' | 'plain' | 'ghost' | 'danger';

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: ButtonVariant;
}

/** 32 px high, 44 px on a phone. `type` is `button` unless said otherwise. */
export function Button({ variant = 'plain', className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={classNames(styles['button'], styles[variant], className)} {...rest} />;
}

export interface IconButtonProps extends ComponentProps<'button'> {
  /** What it does: its name for assistive technology, and its tooltip. */
  label: string;
  /** The key that does the same, for the tooltip. */
  shortcut?: KeyName | undefined;
  children: ReactNode;
}

/** A square of 32 px, 44 px on a phone, that holds one icon. */
export function IconButton({ label, shortcut, className, type = 'button', ...rest }: IconButtonProps) {
  const keys = useKeysOf(shortcut);
  return (
    <button
      type={type}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={keys === undefined ? label : `${label} (${showKeys(keys)})`}
      className={classNames(styles['icon'], className)}
      {...rest}
    />
  );
}
