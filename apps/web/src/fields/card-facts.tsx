import type { Card, Label } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import type { CSSProperties } from 'react';
import { classNames } from '../ui/class-names';
import styles from './card-facts.module.css';
import { Assigned, Progress } from './front-parts';
import { useLabelsOf } from './use-labels-of';

/** Letters that have room on two lines beside each other, and what a swatch and a gap take of them. */
const ROOM = 64;
const LONGEST = 30;
const AROUND = 4;

/** What a card shows below its title, where there is any of it. */
export function CardFacts({ card }: { card: Card }) {
  const labels = useLabelsOf(card);
  const { dueAt, checklists, commentCount, attachments, assigneeIds } = card;
  const moves =
    dueAt !== null || commentCount > 0 || attachments.length > 0 || checklists.some(({ items }) => items.length > 0);
  const people = assigneeIds.length > 0 && (
    <span className={styles['people']}>
      <Assigned ids={assigneeIds} />
    </span>
  );
  return (
    <>
      {labels.length > 0 && (
        <div className={classNames(styles['row'], people && !moves && styles['withPeople'])}>
          <span className="sr-only">{t`Labels`}</span>
          <Labels labels={labels} />
          {!moves && people}
        </div>
      )}
      {(moves || (people && labels.length === 0)) && (
        <div className={styles['foot']}>
          <Progress card={card} />
          {people}
        </div>
      )}
    </>
  );
}

/** How many of them have room on two lines; the first has in any case, cut short. */
function fitting(labels: readonly Label[]): number {
  let room = ROOM;
  const end = labels.findIndex(({ name }) => (room -= Math.min(name.length, LONGEST) + AROUND) < 0);
  return end < 0 ? labels.length : Math.max(1, end);
}

function Labels({ labels }: { labels: readonly Label[] }) {
  const shown = labels.slice(0, fitting(labels));
  return (
    <ul className={styles['labels']}>
      {shown.map(({ id, name, hue }) => (
        <li key={id} style={{ '--hue': hue } as CSSProperties}>
          <bdi>{name}</bdi>
        </li>
      ))}
      {shown.length < labels.length && (
        <li className={styles['rest']}>
          +{labels.length - shown.length}
          <span className="sr-only"> {t`more`}</span>
        </li>
      )}
    </ul>
  );
}
