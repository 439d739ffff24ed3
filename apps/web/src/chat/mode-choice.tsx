import { t } from '@talkan/words/words';
import { useId } from 'react';
import styles from './conversations.module.css';
import { MODES } from './names';

const CHOICES = [
  { ...MODES.do, first: false },
  { ...MODES.ask, first: true },
] as const;

/** Whether the assistant does at once what it is told, or asks first. */
export function ModeChoice({ asksFirst, onChoose }: { asksFirst: boolean; onChoose: (asksFirst: boolean) => void }) {
  const name = useId();
  return (
    <fieldset className={styles['modes']}>
      <legend>{t`When something is to change`}</legend>
      {CHOICES.map(({ label, text, first }) => (
        <label key={label}>
          <input type="radio" name={name} checked={asksFirst === first} onChange={() => onChoose(first)} />
          <span>
            <b>{label}</b>
            {text}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
