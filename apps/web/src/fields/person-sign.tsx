import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { Avatar } from '../presence/avatar';
import styles from './front.module.css';
import type { BoardPeople } from './people';

/** Who is meant while nobody said. */
export const SOMEBODY = t`somebody`;

/** A person as a sign; an empty one while their name is on its way. */
export function PersonSign({ userId, people }: { userId: Id; people: BoardPeople }) {
  const name = people.nameOf(userId);
  if (name !== undefined) return <Avatar name={name} hue={people.hueOf(userId)} />;
  return (
    <span className={styles['rest']}>
      <span className="sr-only">{SOMEBODY}</span>
    </span>
  );
}
