import { inSentence, t } from '@talkan/words/words';
import { Undo2 } from 'lucide-react';
import { memo } from 'react';
import { DoorWords } from '../history/doors';
import { EntryMenu, Unfolded, type EntryRowProps } from '../history/entry-row';
import { Sentence } from '../history/sentence';
import { sayFull, splitSentence } from '../history/words';
import { rich } from '../language/rich';
import { Avatar } from '../presence/avatar';
import { useBoardPart } from '../sync/use-board-store';
import { classNames } from '../ui/class-names';
import { sayWhen } from '../ui/when';
import styles from './comments.module.css';

/** What somebody did to the card, in a line between what was said. */
export const QuietEntry = memo(function QuietEntry(props: EntryRowProps) {
  const { entry, people, undone } = props;
  const { actor, at } = entry;
  const boardKey = useBoardPart((state) => state.board.key);
  const name = people.isSelf(actor.id) ? t`You` : actor.name;
  const [sentence, more] = splitSentence(entry);
  const who = (
    <b>
      <bdi>{name}</bdi>
    </b>
  );
  const told = (
    <span className={styles['sentence']}>
      <Sentence text={inSentence(sentence.replace(/\.$/, ''))} boardKey={boardKey} />
    </span>
  );
  return (
    <article className={classNames(styles['done'], undone && styles['undone'])}>
      <span className={styles['face']} aria-hidden="true">
        <Avatar name={actor.name} hue={people.hueOf(actor.id)} />
      </span>
      <div className={styles['what']}>
        <p className={styles['line']}>
          {rich`${who} ${told}`}{' '}
          <time dateTime={at} title={sayFull(at)}>
            {sayWhen(at)}
          </time>{' '}
          <DoorWords origin={entry.origin} />
          {undone && (
            <span className={styles['pending']}>
              <Undo2 size={12} aria-hidden="true" />
              {t`Undone`}
            </span>
          )}
        </p>
        <Unfolded {...props} boardKey={boardKey} more={more} />
      </div>
      <EntryMenu {...props} name={name} />
    </article>
  );
});
