import { PRIORITIES, type Card, type Priority } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useRef, type KeyboardEvent } from 'react';
import { useBoardStore } from '../sync/use-board-store';
import { nextIndex } from '../ui/menu-keys';
import styles from './choices.module.css';
import { PrioritySign, sayPriority } from './values';

const CHOICES: readonly (Priority | null)[] = [...PRIORITIES, null];

/** How urgent a card is. */
export function PriorityPicker({ card, onDone }: { card: Card; onDone: () => void }) {
  const store = useBoardStore();
  const menu = useRef<HTMLDivElement>(null);
  const choose = (priority: Priority | null) => {
    if (priority !== card.priority) store.commit([{ type: 'card.prioritize', cardId: card.id, priority }]);
    onDone();
  };
  const press = (event: KeyboardEvent) => {
    const rows = [...(menu.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const current = rows.findIndex((row) => row === document.activeElement);
    const labels = rows.map((row) => row.textContent);
    const next = nextIndex({
      key: event.key,
      current,
      labels,
      modified: event.ctrlKey || event.metaKey || event.altKey,
    });
    if (next === null) return;
    event.preventDefault();
    rows[next]?.focus();
  };
  return (
    <div ref={menu} role="menu" tabIndex={-1} aria-label={t`Priority`} onKeyDown={press}>
      {CHOICES.map((priority) => (
        <button
          key={priority}
          type="button"
          role="menuitemradio"
          aria-checked={priority === card.priority}
          {...(priority === card.priority && { 'data-first': true })}
          className={styles['choice']}
          onClick={() => choose(priority)}
        >
          {priority ? <PrioritySign priority={priority} /> : <span className={styles['none']} />}
          {priority ? sayPriority(priority) : t`None`}
        </button>
      ))}
    </div>
  );
}
