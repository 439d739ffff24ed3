import { t } from '@talkan/words/words';
import { Check, TriangleAlert } from 'lucide-react';
import { Button } from '../ui/button';
import styles from './settings.module.css';
import { factsOf, sayNumber, sayTried } from './try-words';
import type { Tried, Try } from './use-try';

interface TryResultProps {
  state: Try;
  /** What stands in the field for it. */
  contextTokens: number | null;
  onContextTokens: (tokens: number) => void;
}

/** What came of trying the model, or that it is being asked. */
export function TryResult({ state, contextTokens, onContextTokens }: TryResultProps) {
  const { asking, tried, problem } = state;
  if (asking) {
    return (
      <div className={styles['trying']}>
        <span className={styles['pulse']} aria-hidden="true" />
        <output>{t`The model is asked to move a card on a toy board. That takes 60 seconds at most.`}</output>
      </div>
    );
  }
  if (problem !== null) {
    return (
      <p className={styles['problem']} role="alert">
        {problem}
      </p>
    );
  }
  if (tried === null) return null;
  const told = tried.contextTokens;
  return (
    <div className={styles['tried']} data-bad={tried.problem === null ? undefined : ''}>
      <Sentence tried={tried} />
      <dl>
        {factsOf(tried).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {told !== null && told !== contextTokens && (
        <Button onClick={() => onContextTokens(told)}>{t`Use ${sayNumber(told)} as its context window`}</Button>
      )}
    </div>
  );
}

function Sentence({ tried }: { tried: Tried }) {
  const Icon = tried.problem === null ? Check : TriangleAlert;
  return (
    <p className={styles['outcome']}>
      <Icon size={16} aria-hidden="true" />
      <span>{sayTried(tried)}</span>
    </p>
  );
}
