import type { Card } from '@talkan/board/model';
import { memo, use, useId } from 'react';
import { Link } from 'wouter';
import { FROM_BOARD } from '../card/use-card-route';
import { useMover, usePresenceParts } from '../presence/signs';
import { useBoardPart } from '../sync/use-board-store';
import { classNames } from '../ui/class-names';
import { CardFace } from './card-face';
import { useCardMenu } from './card-menu-part';
import styles from './card.module.css';
import { cardPath } from './paths';
import { failureOf } from './failures';
import { FrontContext } from './front';
import { useCanEdit } from './use-can-edit';

/** A card on the board. Its title is a link that spans it: a click opens it, and a click with Ctrl does so in a tab of its own. */
export const CardItem = memo(function CardItem({ card, tabStop }: { card: Card; tabStop: boolean }) {
  const canEdit = useCanEdit();
  const factsId = useId();
  const boardKey = useBoardPart((state) => state.board.key);
  const trace = useBoardPart((state) => state.traces.get(card.id));
  const failure = useBoardPart((state) => failureOf(state, card.id));
  const waits = useBoardPart((state) => state.connection !== 'online' && state.pendingCards.has(card.id));
  const marked = useBoardPart((state) => state.marks?.has(card.id));
  const isGhost = useBoardPart((state) => state.ghosts?.has(card.id) === true);
  const parts = usePresenceParts();
  const front = use(FrontContext);
  const mover = useMover(card.id);
  const menu = useCardMenu();
  const number = `${boardKey}-${card.number}`;
  const tabIndex = tabStop ? 0 : -1;
  const link = (
    <Link
      href={cardPath(boardKey, card.number)}
      state={FROM_BOARD}
      className={styles['link'] ?? ''}
      data-card-link
      draggable={false}
      tabIndex={tabIndex}
      aria-label={`${number}, ${card.title}`}
      aria-describedby={canEdit ? `${factsId} talkan-card-help` : factsId}
    >
      {card.title}
    </Link>
  );
  return (
    <article
      data-card-id={card.id}
      inert={isGhost}
      className={classNames(
        styles['card'],
        canEdit && styles['movable'],
        trace && styles['traced'],
        failure && styles['failed'],
        waits && styles['waits'],
        marked && styles['marked'],
        isGhost && styles['wouldbe'],
      )}
    >
      <CardFace card={card} title={link} factsId={factsId} />
      {mover && parts && <parts.CardMover mover={mover} number={number} />}
      {canEdit && menu && <menu.CardMenu card={card} tabIndex={tabIndex} />}
      {front && failure && <front.CardFailure failure={failure} card={card} />}
      {front && trace && <front.CardTrace cardId={card.id} trace={trace} canUndo={canEdit} />}
    </article>
  );
});
