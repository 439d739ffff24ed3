import { LIMITS } from '@talkan/board/limits';
import type { Card } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useId, useState } from 'react';
import { useBoardStore } from '../sync/use-board-store';
import { Button } from '../ui/button';
import styles from './choices.module.css';
import { TextBox } from './text-box';

const QUICK = [1, 2, 3, 5, 8];

/** How much a card takes, in whatever a team counts in. */
export function EstimatePicker({ card, onDone }: { card: Card; onDone: () => void }) {
  const store = useBoardStore();
  const [typed, setTyped] = useState(card.estimate?.toString() ?? '');
  const problemId = useId();
  const value = Number(typed);
  const isWrong = typed.trim() !== '' && !(value >= 0 && value <= LIMITS.estimate);
  const set = (estimate: number | null) => {
    if (estimate !== card.estimate) store.commit([{ type: 'card.estimate', cardId: card.id, estimate }]);
    onDone();
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) set(typed.trim() === '' ? null : value);
      }}
    >
      <div className={styles['line']}>
        <TextBox
          data-first
          type="text"
          inputMode="decimal"
          value={typed}
          maxLength={12}
          aria-label={t`Estimate`}
          aria-invalid={isWrong || undefined}
          aria-describedby={problemId}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value.replace(',', '.'))}
        />
        <Button type="submit" variant="primary" disabled={isWrong}>
          {t`Set`}
        </Button>
      </div>
      <p id={problemId} className={styles['problem']}>
        {isWrong && t`An estimate is a number from 0 to 100,000.`}
      </p>
      <div className={styles['quick']}>
        {QUICK.map((estimate) => (
          <Button key={estimate} aria-pressed={estimate === card.estimate} onClick={() => set(estimate)}>
            {estimate}
          </Button>
        ))}
      </div>
      {card.estimate !== null && (
        <Button variant="ghost" className={styles['clear'] ?? ''} onClick={() => set(null)}>
          {t`Remove estimate`}
        </Button>
      )}
    </form>
  );
}
