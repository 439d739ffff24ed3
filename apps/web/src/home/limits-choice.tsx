import type { BoardHead } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useId } from 'react';
import styles from './dialogs.module.css';

type Limits = BoardHead['limits'];
const CHOICES: readonly { readonly value: Limits; readonly label: string }[] = [
  { value: 'warn', label: t`It says so, and takes more` },
  { value: 'refuse', label: t`It takes no more` },
];

interface LimitsChoiceProps {
  value: Limits;
  disabled?: boolean;
  onChange: (limits: Limits) => void;
}

/** What a column does that holds as many cards as it should. */
export function LimitsChoice({ value, disabled, onChange }: LimitsChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles['group']} disabled={disabled}>
      <legend>{t`When a column is full`}</legend>
      {CHOICES.map((choice) => (
        <label key={choice.value} className={styles['choice']}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          {choice.label}
        </label>
      ))}
    </fieldset>
  );
}
