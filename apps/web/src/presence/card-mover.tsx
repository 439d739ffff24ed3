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
  const moving = useBoardPart(({ board }) => sayMoving(board, slot, { who: mover.name, number }));
  return (
    <p className={classNames(styles['mover'], slot && !slot.home && styles['left'])} style={hueStyle(hue)}>
      {mover.userId === userId ? t`You are moving ${number} on another page` : moving}
    </p>
  );
}

interface Moving {
  readonly who: string;
  readonly number: string;
}

/** Who moves which card, and where it goes from where it lies: the slot may be out of sight. */
function sayMoving(board: Board, slot: Slot | undefined, { who, number }: Moving): string {
  const card = slot && board.card(slot.cardId);
  if (!card || slot.home) return t`${who} is moving ${number}`;
  const { columnId, at } = slot;
  if (card.columnId !== columnId) return t`${who} is moving ${number} to ${board.column(columnId)?.title ?? ''}`;
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
