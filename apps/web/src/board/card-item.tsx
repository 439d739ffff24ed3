import type { Card } from '@talkan/board/model';
import { inSentence, t } from '@talkan/words/words';
import { memo, use, useId } from 'react';
import { Link } from 'wouter';
import { FROM_BOARD } from '../card/use-card-route';
import { useMover, usePresenceParts } from '../presence/signs';
import { useIsChosen } from '../selection/use-is-chosen';
import { BoardContext } from '../sync/board-context';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { classNames } from '../ui/class-names';
import { CardFace } from './card-face';
import { useCardMenu } from './card-menu-part';
import styles from './card.module.css';
import { cardPath } from './paths';
import { failureOf } from './failures';
import { FrontContext } from './front';
import type { CardFate } from './ghosts';
import { useIsPointedOut } from './pointed-out';
import { useIsRetitled } from './retitling';
import { useCanEdit } from './use-can-edit';
import { withGhostDone } from './with-ghost';

/** A card on the board. Its title is a link that spans it: a click opens it, and a click with Ctrl does so in a tab of its own. */
export const CardItem = memo(function CardItem({ card, tabStop }: { card: Card; tabStop: boolean }) {
  const store = useBoardStore();
  const canEdit = useCanEdit();
  const factsId = useId();
  const ghostId = useId();
  const boardKey = useBoardPart((state) => state.board.key);
  const trace = useBoardPart((state) => state.traces.get(card.id));
  const failure = useBoardPart((state) => failureOf(state, card.id));
  const waits = useBoardPart((state) => state.connection !== 'online' && state.pendingCards.has(card.id));
  const marked = useBoardPart((state) => state.marks?.has(card.id));
  const fate = useBoardPart((state) => state.ghosts?.cards.get(card.id));
  const voice = useBoardPart((state) => (state.ghosts?.cards.has(card.id) ? state.ghosts.voice : undefined));
  const isChosen = useIsChosen(card.id);
  const isPointedOut = useIsPointedOut(card.id);
  const isRetitled = useIsRetitled(card.id);
  const parts = usePresenceParts();
  const front = use(FrontContext);
  const mover = useMover(card.id);
  const menu = useCardMenu();
  const number = `${boardKey}-${card.number}`;
  const tabIndex = tabStop ? 0 : -1;
  // It is still called what it is called.
  const seen = fate?.after ?? card;
  const pending = fate ? t`, pending: ${sayFate(card, fate)}` : '';
  const link = (
    <Link
      href={cardPath(boardKey, card.number)}
      state={FROM_BOARD}
      className={styles['link'] ?? ''}
      data-card-link
      draggable={false}
      tabIndex={tabIndex}
      aria-label={`${number}, ${card.title}${pending}${isChosen ? t`, chosen` : ''}`}
      aria-describedby={classNames(factsId, fate && ghostId, canEdit && 'talkan-card-help')}
    >
      {seen.title}
    </Link>
  );
  return (
    <article
      data-card-id={card.id}
      data-voice={voice}
      className={classNames(
        styles['card'],
        canEdit && styles['movable'],
        trace && styles['traced'],
        failure && styles['failed'],
        waits && styles['waits'],
        marked && styles['marked'],
        isPointedOut && styles['pointedOut'],
        isChosen && styles['chosen'],
        fate && styles['pending'],
        fate?.after === null && styles['leaves'],
      )}
    >
      {/* Around it in any case: who has the focus on the card keeps it. */}
      <BoardContext value={seen === card ? store : withGhostDone(store)}>
        <CardFace card={seen} title={isRetitled && front ? <front.TitleField card={card} /> : link} factsId={factsId} />
      </BoardContext>
      {front && fate && <front.GhostFoot id={ghostId} words={fate.words} />}
      {mover && parts && <parts.CardMover mover={mover} card={card} />}
      {canEdit && menu && <menu.CardMenu card={card} tabIndex={tabIndex} />}
      {front && failure && <front.CardFailure failure={failure} card={card} />}
      {front && trace && <front.CardTrace cardId={card.id} trace={trace} canUndo={canEdit} />}
    </article>
  );
});

/** As it stands in a name: the rest is said in its description. */
function sayFate(card: Card, { after, words }: CardFate): string {
  if (!after) return words.map(({ text }) => inSentence(text)).join(', ');
  return after.title === card.title ? t`would change` : t`would be called ${after.title}`;
}
