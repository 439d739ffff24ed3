import { t } from '@talkan/words/words';
import { CardFace } from '../board/card-face';
import { hueStyle } from '../board/hues';
import { useBoardPart } from '../sync/use-board-store';
import styles from './presence.module.css';
import type { Slot } from './signs';
import { useHueOf } from './use-others';

/** Room for the card that somebody else has in hand, as high as that card is. */
export function SlotFace({ slot: { cardId, userId, name, isStack } }: { slot: Slot }) {
  const card = useBoardPart(({ board }) => board.card(cardId));
  const boardKey = useBoardPart(({ board }) => board.key);
  const hue = useHueOf(userId);
  if (!card) return null;
  return (
    <div className={styles['slot']} style={hueStyle(hue)}>
      <div className={styles['measure']}>
        <CardFace card={card} />
      </div>
      <p>{isStack ? t`${name} is moving several cards` : t`${name} is moving ${`${boardKey}-${card.number}`}`}</p>
    </div>
  );
}
