import type { Card } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { use, type ReactNode } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import styles from './card.module.css';
import { FrontContext, roomForFacts } from './front';

interface CardFaceProps {
  readonly card: Card;
  readonly title?: ReactNode;
  /** To be named where its facts describe the card. */
  readonly factsId?: string;
  /** A number is given when it is committed. */
  readonly isNew?: boolean;
}

/** How a card looks: its number, its title, and what is known of it. */
export function CardFace({ card, title, factsId, isNew = false }: CardFaceProps) {
  const boardKey = useBoardPart((state) => state.board.key);
  const parts = use(FrontContext);
  return (
    <div className={styles['face']}>
      <p className={styles['number']}>
        <span>{isNew ? t`New` : `${boardKey}-${card.number}`}</span>
        {parts && <parts.Weight card={card} />}
      </p>
      <h3 className={styles['title']}>{title ?? card.title}</h3>
      <div id={factsId} style={parts ? undefined : { height: roomForFacts(card) }}>
        {parts && <parts.CardFacts card={card} />}
      </div>
    </div>
  );
}
