import type { Card } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { PencilLine } from 'lucide-react';
import { memo, useId } from 'react';
import { rich } from '../language/rich';
import { useBoardPeople, type BoardPeople } from '../fields/people';
import { SOMEBODY } from '../fields/person-sign';
import { BoardContext } from '../sync/board-context';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { BrandMark } from '../ui/brand-mark';
import { classNames } from '../ui/class-names';
import { useBoardUi } from './board-ui';
import { CardFace } from './card-face';
import { CardList } from './card-list';
import cardStyles from './card.module.css';
import styles from './ghost.module.css';
import type { Arrival, ColumnArrival, GhostWords } from './ghosts';
import { hueStyle } from './hues';
import laneStyles from './lane.module.css';
import { withGhostDone } from './with-ghost';

interface Worded {
  readonly words: readonly GhostWords[];
}

/** A card where it would be. It is not there yet: nothing can be done to it. */
export const ArrivingCard = memo(function ArrivingCard({ arrival }: { arrival: Arrival }) {
  const store = useBoardStore();
  const voice = useBoardPart((state) => state.ghosts?.voice);
  const nameId = useId();
  const wordsId = useId();
  return (
    <article
      className={classNames(cardStyles['card'], cardStyles['pending'])}
      data-voice={voice}
      data-arriving={arrival.card.id}
      aria-labelledby={`${nameId} ${wordsId}`}
    >
      <span id={nameId} className="sr-only">
        {t`Pending: ${arrival.card.title}`}
      </span>
      <BoardContext value={withGhostDone(store)}>
        <CardFace card={arrival.card} isNew={arrival.isNew} />
      </BoardContext>
      <GhostFoot id={wordsId} words={arrival.words} />
    </article>
  );
});

/** Below the name of a column: what would become of it. */
export function ColumnGhost({ words }: Worded) {
  const voice = useBoardPart((state) => state.ghosts?.voice);
  return (
    <div className={styles['strip']} data-voice={voice}>
      <GhostFoot words={words} />
    </div>
  );
}

/** A column that would be, with the cards that would be in it. */
export function ArrivingLane({ arrival: { column, words } }: { arrival: ColumnArrival }) {
  const { hues } = useBoardUi();
  const headingId = useId();
  return (
    <section className={laneStyles['lane']} aria-labelledby={headingId}>
      <header className={laneStyles['header']}>
        <h2 id={headingId} className={laneStyles['name']}>
          <i className={laneStyles['swatch']} style={hueStyle(column.hue ?? hues(column.id))} />
          <span className={laneStyles['title']}>{column.title}</span>
        </h2>
      </header>
      <ColumnGhost words={words} />
      <CardList columnId={column.id} title={column.title} cards={NONE} isGhost />
    </section>
  );
}

const NONE: readonly Card[] = [];
const MOST = 7;

/** What would become of something, in words below it. */
export function GhostFoot({ id, words }: Worded & { id?: string }) {
  const voice = useBoardPart((state) => state.ghosts?.voice);
  const people = useBoardPeople(words.flatMap(({ of }) => (typeof of === 'object' ? [of.userId] : [])));
  const shown = words.length > MOST ? words.slice(0, MOST - 1) : words;
  return (
    <div id={id} className={styles['foot']}>
      {voice === 'typed' ? (
        <PencilLine size={14} className={styles['mark']} aria-hidden="true" />
      ) : (
        <BrandMark size={15} className={classNames(styles['mark'], styles['hand'])} />
      )}
      <div className={styles['words']}>
        {shown.map((one, index) => (
          <Line key={index} words={one} people={people} />
        ))}
        {shown.length < words.length && <p>{t`And ${words.length - shown.length} more`}</p>}
      </div>
    </div>
  );
}

function Line({ words: { text, of, how }, people }: { words: GhostWords; people: BoardPeople }) {
  if (of === undefined) return <p>{text}</p>;
  const name = typeof of === 'string' ? of : (people.nameOf(of.userId) ?? SOMEBODY);
  return (
    <p>
      {text} {how === 'was' && <>{rich`(was ${<del>{name}</del>})`}</>}
      {how === 'gone' && <del>{name}</del>}
      {how === undefined && name}
    </p>
  );
}
