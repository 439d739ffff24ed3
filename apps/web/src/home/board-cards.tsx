import { useId } from 'react';
import { BoardCard } from './board-card';
import type { BoardEntry } from './board-list';
import styles from './home.module.css';
import type { Boards } from './use-boards';

interface BoardCardsProps {
  title: string;
  boards: readonly BoardEntry[];
  of: Boards;
  /** Its title stands elsewhere already. */
  untitled?: boolean;
}

/** A section of boards. */
export function BoardCards({ title, boards, of, untitled = false }: BoardCardsProps) {
  const headingId = useId();
  if (boards.length === 0) return null;
  return (
    <section className={styles['section']} aria-labelledby={headingId}>
      <h2 id={headingId} className={untitled ? 'sr-only' : styles['heading']}>
        {title}
      </h2>
      <ul className={styles['grid']}>
        {boards.map((board) => (
          <BoardCard key={board.id} board={board} of={of} />
        ))}
      </ul>
    </section>
  );
}
