import type { Card } from '@talkan/board/model';
import { AlignLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import styles from './card.module.css';

/** How a card looks: its number, its title, and a sign where there is more to read. */
export function CardFace({ card, title }: { card: Card; title?: ReactNode }) {
  const boardKey = useBoardPart((state) => state.board.key);
  return (
    <div className={styles['face']}>
      <p className={styles['number']}>
        <span>
          {boardKey}-{card.number}
        </span>
        {card.details !== '' && <AlignLeft size={13} aria-hidden="true" />}
      </p>
      <h3 className={styles['title']}>{title ?? card.title}</h3>
    </div>
  );
}
