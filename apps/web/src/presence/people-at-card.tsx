import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { Avatar } from './avatar';
import styles from './presence.module.css';
import { useOthers } from './use-others';

/** Who else has this card open, as a row of the card's facts. */
export function PeopleAtCard({ cardId }: { cardId: Id }) {
  const readers = useOthers().filter((other) => other.cardIds.includes(cardId));
  if (readers.length === 0) return null;
  return (
    <div>
      <dt>{t`Also reading`}</dt>
      <dd className={styles['readers']}>
        {readers.map(({ userId, name, hue }) => (
          <Avatar key={userId} name={name} hue={hue} />
        ))}
      </dd>
    </div>
  );
}
