import type { Card, CardDate, Id, Label, Priority } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { Calendar, CalendarCheck } from 'lucide-react';
import type { CSSProperties } from 'react';
import { rich } from '../language/rich';
import { PRIORITY_ICONS } from './priority-icons';
import { PRIORITY_NAMES } from './priority-names';
import { capital, dueState, sayDate, type DueState } from './due';
import { useNow } from './now';
import { useBoardPart } from '../sync/use-board-store';
import { classNames } from '../ui/class-names';
import { useBoardPeople } from './people';
import { PersonSign, SOMEBODY } from './person-sign';
import styles from './values.module.css';

export function PeopleValue({ ids }: { ids: readonly Id[] }) {
  const people = useBoardPeople(ids);
  return (
    <ul className={styles['people']}>
      {ids.map((id) => (
        <li key={id}>
          <span aria-hidden="true">
            <PersonSign userId={id} people={people} />
          </span>
          <bdi>{people.nameOf(id) ?? SOMEBODY}</bdi>
        </li>
      ))}
    </ul>
  );
}

export function LabelsValue({ labels }: { labels: readonly Label[] }) {
  return (
    <ul className={styles['labels']}>
      {labels.map(({ id, name, hue }) => (
        <li key={id} style={{ '--hue': hue } as CSSProperties}>
          <i className={styles['swatch']} />
          <bdi>{name}</bdi>
        </li>
      ))}
    </ul>
  );
}

/** `20 Nov, overdue`; where the card is done, only when it was due. */
export function DueValue({ date, columnId }: { date: CardDate; columnId: Id }) {
  const isDone = useBoardPart((state) => state.board.column(columnId)?.done ?? false);
  const text = useNow((now) => sayDue(capital(sayDate(date, now)), isDone ? 'done' : dueState(date, now)));
  const state = useNow((now) => dueState(date, now));
  const Icon = isDone ? CalendarCheck : Calendar;
  return (
    <span className={classNames(styles['date'], !isDone && styles[state])}>
      <Icon size={15} aria-hidden="true" />
      {text}
    </span>
  );
}

function sayDue(day: string, state: DueState | 'done'): string {
  switch (state) {
    case 'done':
      return t`${day}, done`;
    case 'late':
      return t`${day}, overdue`;
    case 'soon':
      return t`${day}, soon`;
    case 'later':
      return day;
  }
}

export function StartValue({ date }: { date: CardDate }) {
  const text = useNow((now) => capital(sayDate(date, now)));
  return (
    <span className={styles['date']}>
      <Calendar size={15} aria-hidden="true" />
      {text}
    </span>
  );
}

export function PriorityValue({ priority }: { priority: Priority }) {
  return (
    <span className={styles['date']}>
      <PrioritySign priority={priority} />
      {sayPriority(priority)}
    </span>
  );
}

export function PrioritySign({ priority }: { priority: Priority }) {
  const Icon = PRIORITY_ICONS[priority];
  return <Icon size={16} className={classNames(styles['sign'], styles[priority])} aria-hidden="true" />;
}

export function sayPriority(priority: Priority): string {
  return PRIORITY_NAMES[priority];
}

/** When a card was made, and by whom. */
export function CreatedValue({ card: { createdAt, createdBy } }: { card: Card }) {
  const people = useBoardPeople();
  const name = people.nameOf(createdBy);
  const text = useNow((now) => capital(sayDate(createdAt, now)));
  return (
    <span>
      <time dateTime={createdAt}>{text}</time>
      {name !== undefined && <> {rich`by ${<bdi>{name}</bdi>}`}</>}
    </span>
  );
}
