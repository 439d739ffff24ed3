import { t } from '@talkan/words/words';
import type { Offer } from './contract';
import styles from './offer.module.css';

interface OfferButtonsProps {
  offer: Offer;
  busy: boolean;
  /** Says it at once. */
  onSay: (text: string) => void;
  /** Puts it into the field. */
  onFill: (text: string) => void;
}

/** The ways to go on from an answer: the choices of its question, or commands that would work. */
export function OfferButtons({ offer: { asked, suggestions }, busy, onSay, onFill }: OfferButtonsProps) {
  if (asked) {
    return (
      <ul className={styles['ways']} aria-label={t`Choices`}>
        {asked.choices.map(({ label, words }) => (
          <li key={words}>
            <button type="button" disabled={busy} onClick={() => onSay(words)}>
              {label}
            </button>
          </li>
        ))}
      </ul>
    );
  }
  if (suggestions.length === 0) return null;
  return (
    <>
      <p className={styles['lead']}>{t`This would work:`}</p>
      <ul className={styles['ways']} aria-label={t`Suggestions`}>
        {suggestions.map((suggestion) => (
          <li key={suggestion}>
            <button type="button" onClick={() => onFill(suggestion)}>
              {suggestion}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
