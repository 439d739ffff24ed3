import { useId, useSyncExternalStore } from 'react';
import type { KeptChoice } from '../ui/choice';
import styles from './appearance.module.css';

interface ChoiceRowProps<Value extends string> {
  readonly legend: string;
  readonly choice: KeptChoice<Value>;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

/** One of a few, side by side; what is chosen holds at once. */
export function ChoiceRow<Value extends string>({ legend, choice, options }: ChoiceRowProps<Value>) {
  const name = useId();
  const chosen = useSyncExternalStore(choice.subscribe, choice.get);
  return (
    <fieldset className={styles['row']}>
      <legend>{legend}</legend>
      <div className={styles['options']}>
        {options.map(({ value, label }) => (
          <label key={value} className={styles['option']}>
            <input type="radio" name={name} checked={value === chosen} onChange={() => choice.choose(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
