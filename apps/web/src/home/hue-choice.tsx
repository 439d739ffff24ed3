import { t } from '@talkan/words/words';
import { useId } from 'react';
import { hueStyle } from '../board/hues';
import { BOARD_HUES } from './board-hues';
import styles from './dialogs.module.css';

interface HueChoiceProps {
  value: number;
  disabled?: boolean;
  onChange: (hue: number) => void;
}

/** The colour of a board. */
export function HueChoice({ value, disabled, onChange }: HueChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles['group']} disabled={disabled}>
      <legend>{t`Colour`}</legend>
      <div className={styles['hues']}>
        {BOARD_HUES.map((choice) => (
          <label key={choice.hue} className={styles['hue']} style={hueStyle(choice.hue)} title={choice.name}>
            <input
              type="radio"
              name={name}
              checked={choice.hue === value}
              onChange={() => onChange(choice.hue)}
              aria-label={choice.name}
            />
            <i aria-hidden="true" />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
