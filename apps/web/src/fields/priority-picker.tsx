import { PRIORITIES, type Card, type Priority } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useRef, type KeyboardEvent } from 'react';
import { countCards } from '../board/actions';
import { changeCards, commonOf, nameCards } from '../selection/change-cards';
import { useBoardStore } from '../sync/use-board-store';
import { nextIndex } from '../ui/menu-keys';
import styles from './choices.module.css';
import { PrioritySign, sayPriority } from './values';

const CHOICES: readonly (Priority | null)[] = [...PRIORITIES, null];

/** How urgent cards are. */
export function PriorityPicker({ cards, onDone }: { cards: readonly Card[]; onDone: () => void }) {
  const store = useBoardStore();
  const menu = useRef<HTMLDivElement>(null);
  const common = commonOf(cards.map(({ priority }) => priority));
  const choose = (priority: Priority | null) => {
    const wanting = cards.filter((card) => card.priority !== priority);
    const who = nameCards(store.getState().board, wanting);
    changeCards(store, cards, {
      operations: wanting.map(({ id }) => ({ type: 'card.prioritize', cardId: id, priority })),
      message: priority ? t`Priority ${sayPriority(priority)} set on ${who}` : t`Priority removed from ${who}`,
    });
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
          aria-checked={priority === common}
          {...(priority === common && { 'data-first': true })}
          className={styles['choice']}
          onClick={() => choose(priority)}
        >
          {priority ? <PrioritySign priority={priority} /> : <span className={styles['none']} />}
          {priority ? sayPriority(priority) : t`None`}
          {common === undefined && <Count of={cards.filter((card) => card.priority === priority).length} />}
        </button>
      ))}
    </div>
  );
}

/** How many of the cards have it, where they do not have the same. */
function Count({ of }: { of: number }) {
  return of > 0 && <span className={styles['count']}>{countCards(of)}</span>;
}
