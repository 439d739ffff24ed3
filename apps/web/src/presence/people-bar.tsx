import { t } from '@talkan/words/words';
import { useBoardPart } from '../sync/use-board-store';
import { useIsPhone } from '../ui/use-media';
import { Avatar } from './avatar';
import type { Other } from './people';
import styles from './presence.module.css';
import { useOthers } from './use-others';

const MOST = 4;
const MOST_ON_A_PHONE = 2;

/** Who else is looking at this board. */
export function PeopleBar() {
  const others = useOthers();
  const phone = useIsPhone();
  if (others.length === 0) return null;
  const most = phone ? MOST_ON_A_PHONE : MOST;
  // A sign that says “one more” takes the room of that one.
  const shown = others.length > most ? others.slice(0, most - 1) : others;
  const rest = others.slice(shown.length);
  const restNames = rest.map((other) => other.name).join(', ');
  return (
    <ul className={styles['bar']} aria-label={t`Also on this board`}>
      {shown.map((other) => (
        <li key={other.userId}>
          <At other={other} hue={other.hue} />
        </li>
      ))}
      {rest.length > 0 && (
        <li>
          <span className={styles['rest']} title={restNames}>
            <span aria-hidden="true">+{rest.length}</span>
            <span className="sr-only">{t`And ${restNames}`}</span>
          </span>
        </li>
      )}
    </ul>
  );
}

function At({ other, hue }: { other: Other; hue: number }) {
  const note = useBoardPart(({ board }) => {
    const card = other.cardIds.map((id) => board.card(id)).find((found) => found !== undefined);
    return card && t`looking at ${board.key}-${card.number}`;
  });
  return <Avatar name={other.name} hue={hue} live {...(note === undefined ? {} : { note })} />;
}
