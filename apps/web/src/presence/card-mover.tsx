import { hueStyle } from '../board/hues';
import type { PersonHere } from './signs';
import styles from './presence.module.css';
import { useOthers } from './use-others';

const OWN_HUE = 196;

/** Lies over a card that somebody has in hand on another page: it may go at any moment. */
export function CardMover({ mover, number }: { mover: PersonHere; number: string }) {
  const other = useOthers().find(({ userId }) => userId === mover.userId);
  return (
    <p className={styles['mover']} style={hueStyle(other?.hue ?? OWN_HUE)}>
      {other ? `${other.name} is moving ${number}` : `You are moving ${number} on another page`}
    </p>
  );
}
