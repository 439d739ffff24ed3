import type { Board } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useSyncExternalStore } from 'react';
import { hueStyle } from '../board/hues';
import { useBoardPart } from '../sync/use-board-store';
import { classNames } from '../ui/class-names';
import { useSigns, type PersonHere, type Slot } from './signs';
import styles from './presence.module.css';
import { useHueOf } from './use-others';

/** Lies over a card that somebody has in hand on another page: it may go at any moment. */
export function CardMover({ mover, number }: { mover: PersonHere; number: string }) {
  const { userId } = useSigns();
  const slot = useSlotOf(mover);
  const hue = useHueOf(mover.userId);
  const to = useBoardPart(({ board }) => (slot ? sayWhere(board, slot) : ''));
  return (
    <p className={classNames(styles['mover'], slot && !slot.home && styles['left'])} style={hueStyle(hue)}>
      {mover.userId === userId
        ? t`You are moving ${number} on another page`
        : t`${mover.name} is moving ${number}${to}`}
    </p>
  );
}

/** Where the card goes from where it lies: the slot may be out of sight. */
function sayWhere(board: Board, { cardId, columnId, at, home }: Slot): string {
  const card = board.card(cardId);
  if (!card || home) return '';
  if (card.columnId !== columnId) return t` to ${board.column(columnId)?.title ?? ''}`;
  return at < board.cardsIn(columnId).indexOf(card) ? ' up' : ' down';
}

function useSlotOf({ clientId, place }: PersonHere): Slot | undefined {
  const { slots } = useSigns();
  return useSyncExternalStore(slots.subscribe, () =>
    place
      ? slots
          .get()
          .get(place.columnId)
          ?.slots.find((slot) => slot.clientId === clientId)
      : undefined,
  );
}
