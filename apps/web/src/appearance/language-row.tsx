import { LANGUAGES, type LanguageCode } from '@talkan/words/language';
import { t } from '@talkan/words/words';
import { chooseLanguage, chosenLanguage } from '../language/language';
import styles from './appearance.module.css';

const CODES: readonly LanguageCode[] = ['en', 'de'];

/** Buttons, for the page is read anew with another language: walking over one with the arrows must not choose it. */
export function LanguageRow() {
  const chosen = chosenLanguage();
  return (
    <fieldset className={styles['row']}>
      <legend>{t`Language`}</legend>
      <div className={styles['options']}>
        {[null, ...CODES].map((code) => (
          <button
            key={code}
            type="button"
            lang={code ?? undefined}
            aria-pressed={code === chosen}
            className={styles['option']}
            onClick={() => code !== chosen && chooseLanguage(code)}
          >
            {code === null ? t`System` : LANGUAGES[code]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
