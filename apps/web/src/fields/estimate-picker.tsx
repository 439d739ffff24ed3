import { LIMITS } from '@talkan/board/limits';
import type { Card } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useId } from 'react';
import { changeCards, commonOf, nameCards } from '../selection/change-cards';
import { useBoardStore } from '../sync/use-board-store';
import { Button } from '../ui/button';
import { useDraft } from '../ui/drafts';
import styles from './choices.module.css';
import { estimateDraft } from './draft-keys';
import { TextBox } from './text-box';

const QUICK = [1, 2, 3, 5, 8];

/** How much cards take, in whatever a team counts in. */
export function EstimatePicker({ cards, onDone }: { cards: readonly Card[]; onDone: () => void }) {
  const store = useBoardStore();
  const common = commonOf(cards.map(({ estimate }) => estimate));
  const draft = estimateDraft(store.getState().board.id, cards);
  const [typed, setTyped, clear] = useDraft(draft, common?.toString() ?? '');
  const problemId = useId();
  const value = Number(typed);
  const isWrong = typed.trim() !== '' && !(value >= 0 && value <= LIMITS.estimate);
  const set = (estimate: number | null) => {
    const wanting = cards.filter((card) => card.estimate !== estimate);
    const who = nameCards(store.getState().board, wanting);
    changeCards(store, cards, {
      operations: wanting.map(({ id }) => ({ type: 'card.estimate', cardId: id, estimate })),
      message: estimate === null ? t`Estimate removed from ${who}` : t`Estimate ${estimate} set on ${who}`,
    });
    clear();
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
          <Button key={estimate} aria-pressed={estimate === common} onClick={() => set(estimate)}>
            {estimate}
          </Button>
        ))}
      </div>
      {common !== null && (
        <Button variant="ghost" className={styles['clear'] ?? ''} onClick={() => set(null)}>
          {t`Remove estimate`}
        </Button>
      )}
    </form>
  );
}
