import { t } from '@talkan/words/words';
import { Eye, EyeOff } from 'lucide-react';
import { useId, useState, type ComponentProps, type ReactNode } from 'react';
import { IconButton } from './button';
import { classNames } from './class-names';
import styles from './field.module.css';

export interface FieldProps extends Omit<ComponentProps<'input'>, 'id' | 'className'> {
  label: string;
  /** Stands below while nothing is wrong. */
  hint?: string | undefined;
  /** What is wrong with it. */
  error?: string | null | undefined;
  /** Stands inside, after the text. */
  tail?: ReactNode;
}

/** A named line of text. 16 px on a phone, below which iOS zooms in. */
export function Field({ label, hint, error, tail, ...input }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={styles['field']}>
      <label className={styles['label']} htmlFor={id}>
        {label}
      </label>
      <div className={classNames(styles['frame'], error && styles['wrong'])}>
        <input
          id={id}
          className={styles['input']}
          aria-invalid={error ? true : undefined}
          aria-describedby={note ? `${id}-note` : undefined}
          {...input}
        />
        {tail}
      </div>
      {note && (
        <p id={`${id}-note`} className={styles['note']} data-bad={error ? '' : undefined}>
          {note}
        </p>
      )}
    </div>
  );
}

/** A password, hidden until its author wants to see it. */
export function PasswordField(props: Omit<FieldProps, 'type' | 'tail'>) {
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <Field
      {...props}
      type={shown ? 'text' : 'password'}
      spellCheck={false}
      autoCapitalize="none"
      tail={
        <IconButton
          label={shown ? t`Hide what is typed` : t`Show what is typed`}
          className={styles['reveal']}
          onClick={() => setShown(!shown)}
        >
          <Icon size={16} aria-hidden="true" />
        </IconButton>
      }
    />
  );
}
