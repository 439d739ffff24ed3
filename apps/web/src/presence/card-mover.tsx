import type { Board, Card } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { useSyncExternalStore } from 'react';
import { hueStyle } from '../board/hues';
import { useBoardPart } from '../sync/use-board-store';
import { classNames } from '../ui/class-names';
import { useSigns, type PersonHere, type Slot } from './signs';
import styles from './presence.module.css';
import { useHueOf } from './use-others';

/** Lies over a card that somebody has in hand on another page: it may go at any moment. */
export function CardMover({ mover, card }: { mover: PersonHere; card: Card }) {
  const { userId } = useSigns();
  const slot = useSlotOf(mover);
  const hue = useHueOf(mover.userId);
  const number = useBoardPart(({ board }) => `${board.key}-${card.number}`);
  const moving = useBoardPart(({ board }) => sayMoving(board, slot, { who: mover.name, number, card }));
  return (
    <p className={classNames(styles['mover'], slot && !slot.home && styles['left'])} style={hueStyle(hue)}>
      {mover.userId === userId ? t`You are moving ${number} on another page` : moving}
    </p>
  );
}

interface Moving {
  readonly who: string;
  readonly number: string;
  readonly card: Card;
}

/** Who moves which card, and where it goes from where it lies: the slot may be out of sight. */
function sayMoving(board: Board, slot: Slot | undefined, { who, number, card }: Moving): string {
  if (!slot) return t`${who} is moving ${number}`;
  const { columnId, at, home, cardId } = slot;
  if (card.columnId !== columnId) return t`${who} is moving ${number} to ${board.column(columnId)?.title ?? ''}`;
  // Of a stack the one that was taken hold of says which way.
  if (home || card.id !== cardId) return t`${who} is moving ${number}`;
  return at < board.cardsIn(columnId).indexOf(card)
    ? t`${who} is moving ${number} up`
    : t`${who} is moving ${number} down`;
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
