import { useId, type ComponentProps } from 'react';
import styles from './field.module.css';

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'id' | 'className'> {
  label: string;
  hint?: string | undefined;
}

/** A named text of several lines. */
export function TextArea({ label, hint, ...area }: TextAreaProps) {
  const id = useId();
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <div className={`${styles['frame']} ${styles['tall']}`}>
        <textarea id={id} className={styles['input']} aria-describedby={hint ? `${id}-note` : undefined} {...area} />
      </div>
      {hint && (
        <p id={`${id}-note`} className={styles['note']}>
          {hint}
        </p>
      )}
    </div>
  );
}
