import type { Hue } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useId, type CSSProperties } from 'react';
import styles from './label-form.module.css';
import { LABEL_HUES } from './label-hues';

/** Which colour: a row of swatches, one of which is chosen. */
export function HueChoice({ hue, onChoose }: { hue: Hue; onChoose: (hue: Hue) => void }) {
  const name = useId();
  // One that another door has set stands first.
  const isOther = LABEL_HUES.every((choice) => choice.hue !== hue);
  const hues = isOther ? [{ hue, name: t`As it is` }, ...LABEL_HUES] : LABEL_HUES;
  return (
    <fieldset className={styles['hues']}>
      <legend>{t`Colour`}</legend>
      <div>
        {hues.map((choice) => (
          <input
            key={choice.hue}
            type="radio"
            name={name}
            aria-label={choice.name}
            title={choice.name}
            checked={choice.hue === hue}
            style={{ '--hue': choice.hue } as CSSProperties}
            onChange={() => onChoose(choice.hue)}
          />
        ))}
      </div>
    </fieldset>
  );
}
