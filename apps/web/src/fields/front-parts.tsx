import type { Card, CardDate, Id } from '@talkan/board/model';
import { plural, t } from '@talkan/words/words';
import { AlignLeft, Calendar, CalendarCheck, MessageSquare, Paperclip, type LucideIcon } from 'lucide-react';
import type { CSSProperties } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { classNames } from '../ui/class-names';
import { capital, dueState, sayDate } from './due';
import styles from './front.module.css';
import { useNow } from './now';
import { useBoardPeople } from './people';
import { PersonSign, SOMEBODY } from './person-sign';
import { PRIORITY_ICONS } from './priority-icons';
import { PRIORITY_NAMES } from './priority-names';

const MOST = 3;

/** Who a card is assigned to. */
export function Assigned({ ids }: { ids: readonly Id[] }) {
  const people = useBoardPeople(ids);
  const rest = ids.slice(MOST).map((id) => people.nameOf(id) ?? SOMEBODY);
  return (
    <>
      <span className="sr-only">{t`Assigned to`}</span>
      {ids.slice(0, MOST).map((id) => (
        <PersonSign key={id} userId={id} people={people} />
      ))}
      {rest.length > 0 && (
        <span className={styles['rest']} title={rest.join(', ')}>
          <span aria-hidden="true">+{rest.length}</span>
          <span className="sr-only">{t`and ${rest.join(', ')}`}</span>
        </span>
      )}
    </>
  );
}

/** When a card is due, how far it is, and how much there is to read. */
export function Progress({ card: { columnId, dueAt, checklists, commentCount, attachments } }: { card: Card }) {
  const items = checklists.flatMap((list) => list.items);
  const done = items.filter((item) => item.done).length;
  return (
    <>
      {dueAt && <Due date={dueAt} columnId={columnId} />}
      {items.length > 0 && (
        <span className={styles['fact']}>
          <i className={styles['ring']} style={{ '--part': done / items.length } as CSSProperties} />
          {done}/{items.length}
          <span className="sr-only"> {t`done`}</span>
        </span>
      )}
      <Count icon={MessageSquare} count={commentCount} unit={plural(commentCount, COMMENTS)} />
      <Count icon={Paperclip} count={attachments.length} unit={plural(attachments.length, ATTACHMENTS)} />
    </>
  );
}

function Due({ date, columnId }: { date: CardDate; columnId: Id }) {
  const isDone = useBoardPart((state) => state.board.column(columnId)?.done);
  const text = useNow((now) => sayDate(date, now));
  const state = useNow((now) => dueState(date, now));
  const isLate = !isDone && state === 'late';
  const Icon = isDone ? CalendarCheck : Calendar;
  return (
    <span className={classNames(styles['fact'], !isDone && styles[state])}>
      <Icon size={14} aria-hidden="true" />
      <span>
        {isLate ? (
          t`Overdue, ${text}`
        ) : (
          <>
            <span className="sr-only">{t`Due`} </span>
            {capital(text)}
          </>
        )}
      </span>
    </span>
  );
}

const COMMENTS = { one: 'comment', other: 'comments' };
const ATTACHMENTS = { one: 'attachment', other: 'attachments' };

function Count({ icon: Icon, count, unit }: { icon: LucideIcon; count: number; unit: string }) {
  if (count === 0) return null;
  return (
    <span className={styles['fact']}>
      <Icon size={14} aria-hidden="true" />
      {count}
      <span className="sr-only"> {unit}</span>
    </span>
  );
}

/** Beside a card's number: how much it takes, how urgent it is, and whether there is more to read. */
export function Weight({ card: { priority, estimate, details } }: { card: Card }) {
  const Icon = priority && PRIORITY_ICONS[priority];
  return (
    <>
      {estimate !== null && (
        <span className={styles['estimate']} title={t`Estimate: ${estimate}`}>
          <span className="sr-only">{t`Estimate`} </span>
          {estimate}
        </span>
      )}
      {Icon && (
        <span
          title={t`Priority: ${PRIORITY_NAMES[priority]}`}
          className={classNames(styles['priority'], styles[priority])}
        >
          <Icon size={14} aria-hidden="true" />
          <span className="sr-only">{t`Priority ${PRIORITY_NAMES[priority]}`}</span>
        </span>
      )}
      {details !== '' && <AlignLeft size={13} aria-hidden="true" />}
    </>
  );
}
