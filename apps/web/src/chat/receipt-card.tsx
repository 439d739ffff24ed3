import { language } from '@talkan/words/language';
import { t } from '@talkan/words/words';
import { CircleCheck, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { showMe } from '../board/show-me';
import { useCanEdit } from '../board/use-can-edit';
import { useBoardStore } from '../sync/use-board-store';
import { announce } from '../ui/announce';
import { classNames } from '../ui/class-names';
import { ChangeItems } from './change-items';
import type { Receipt } from './contract';
import styles from './receipt.module.css';
import { sayCount } from './spoken-words';

interface ReceiptCardProps {
  receipt: Receipt;
  at: number;
  boardKey: string;
}

const clock = new Intl.DateTimeFormat(language().locale, { hour: 'numeric', minute: '2-digit' });
const calendar = new Intl.DateTimeFormat(language().locale, {
  day: 'numeric',
  month: 'short',
  hour: 'numeric',
  minute: '2-digit',
});

/** What the assistant changed, and the way back from exactly that. */
export function ReceiptCard({ receipt, at, boardKey }: ReceiptCardProps) {
  const store = useBoardStore();
  const canEdit = useCanEdit();
  const [undoing, setUndoing] = useState(false);
  const head = useRef<HTMLHeadingElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { seq, undone, count, items } = receipt;
  const cardIds = items.flatMap(({ entity, id }) => (entity === 'card' ? [id] : []));
  const changes = sayCount(count);

  const undo = async () => {
    setUndoing(true);
    const refusal = await store.undo(seq);
    setUndoing(false);
    setProblem(refusal?.message ?? null);
    if (refusal) return;
    announce(t`Undid ${changes} of the assistant’s.`);
    // The button that was pressed goes; who has gone elsewhere by now stays there.
    if (document.activeElement === document.body || head.current?.contains(document.activeElement))
      head.current?.focus();
  };

  return (
    <section className={classNames(styles['card'], undone && styles['undone'])}>
      <h3 ref={head} className={styles['head']} tabIndex={-1}>
        {undone ? <Undo2 size={15} aria-hidden="true" /> : <CircleCheck size={15} aria-hidden="true" />}
        {changes} <span>{undone ? t`undone` : t`at ${timeOf(at)}`}</span>
        {!undone && cardIds.length > 0 && (
          <button type="button" onClick={() => showMe(cardIds)}>
            {t`Show me`}
          </button>
        )}
        {canEdit && !undone && (
          <button type="button" disabled={undoing} onClick={() => void undo()}>
            <Undo2 size={14} aria-hidden="true" />
            {undoing ? t`Undoing` : count === 1 ? t`Undo` : t`Undo all`}
          </button>
        )}
      </h3>
      {problem !== null && !undone && (
        <p className={styles['problem']} role="alert">
          {t`Not undone: ${problem}`}
        </p>
      )}
      <ChangeItems items={items} count={count} boardKey={boardKey} />
    </section>
  );
}

function timeOf(at: number): string {
  const isToday = new Date(at).toDateString() === new Date().toDateString();
  return (isToday ? clock : calendar).format(at);
}
