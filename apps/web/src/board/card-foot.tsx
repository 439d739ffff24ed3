import type { Card, Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { TriangleAlert, X } from 'lucide-react';
import type { Trace } from '../sync/board-state';
import type { Failure } from '../sync/outbox';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { BrandMark } from '../ui/brand-mark';
import { undoOrSay } from './actions';
import { useBoardUi } from './board-ui';
import styles from './card.module.css';
import { isWorthRetrying, sayFailed } from './after-failure';

/** Why a change to this card was not made, and what to do with it. */
export function CardFailure({ failure, card }: { failure: Failure; card: Card }) {
  const store = useBoardStore();
  const { openCard } = useBoardUi();
  const canRetry = useBoardPart((state) => isWorthRetrying(state, failure));
  // Two texts: nobody can choose between them without reading both.
  const isTextConflict =
    failure.refusal.code === 'conflict' && failure.operations.some(({ type }) => type === 'card.edit');
  return (
    <div className={styles['failure']} role="alert">
      <TriangleAlert size={14} aria-hidden="true" />
      <span>
        {sayFailed(failure.operations)}: {failure.refusal.message}
      </span>
      <div className={styles['choices']}>
        {isTextConflict && (
          <button type="button" onClick={() => openCard(card)}>
            {t`Compare`}
          </button>
        )}
        {canRetry && (
          <button type="button" onClick={() => store.replace(failure.changeId, failure.operations)}>
            {t`Retry`}
          </button>
        )}
        <button type="button" onClick={() => store.dismiss(failure.changeId)}>
          {t`Dismiss`}
        </button>
      </div>
    </div>
  );
}

/** The assistant's hand: what it did to this card, with Undo where it happened. */
export function CardTrace({ cardId, trace, canUndo }: { cardId: Id; trace: Trace; canUndo: boolean }) {
  const store = useBoardStore();
  return (
    <div className={styles['trace']}>
      <BrandMark size={15} className={styles['mark']} />
      <span>{trace.text}</span>
      {canUndo && (
        <button
          type="button"
          title={t`Undo everything that the assistant did in this change`}
          onClick={() => void undoOrSay(store, trace.seq)}
        >
          {t`Undo`}
        </button>
      )}
      <button
        type="button"
        className={styles['hide']}
        aria-label={t`Hide this note`}
        title={t`Hide this note`}
        onClick={() => store.untrace(cardId)}
      >
        <X size={13} aria-hidden="true" />
      </button>
    </div>
  );
}
