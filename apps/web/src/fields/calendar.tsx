import { language } from '@talkan/words/language';
import { t } from '@talkan/words/words';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { IconButton } from '../ui/button';
import { classNames } from '../ui/class-names';
import { mirrored } from '../ui/mirrored';
import styles from './calendar.module.css';
import { addDays, addMonths, firstWeekday, weeksOf, weekStart, type Day } from './days';

const month = new Intl.DateTimeFormat(language().locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
const full = new Intl.DateTimeFormat(language().locale, { dateStyle: 'full', timeZone: 'UTC' });
const weekday = new Intl.DateTimeFormat(language().locale, { weekday: 'long', timeZone: 'UTC' });

const FIRST: Day = '1970-01-01';
const LAST: Day = '2199-12-31';

export interface CalendarProps {
  readonly chosen: Day | null;
  readonly now: Day;
  readonly onChoose: (day: Day) => void;
}

/** A month of days. Arrows go by days and weeks, Home and End to the ends of the week, Page Up and Page Down by months, with Shift by years. */
export function Calendar({ chosen, now, onChoose }: CalendarProps) {
  const [at, setAt] = useState(chosen ?? now);
  const first = firstWeekday(language().locale);
  const grid = useRef<HTMLTableElement>(null);
  const walked = useRef(false);

  // The day that keys lead to may have been drawn only now: looked for after each drawing.
  useLayoutEffect(() => {
    if (walked.current) grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    walked.current = false;
  });

  const go = (day: Day) => setAt(day < FIRST ? FIRST : day > LAST ? LAST : day);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const { shiftKey } = event;
    const key = mirrored(event.currentTarget, event.key);
    const next = event.ctrlKey || event.metaKey || event.altKey ? null : dayFor({ key, shiftKey }, at, first);
    if (next === null) return;
    event.preventDefault();
    walked.current = next !== at;
    go(next);
  };
  const weeks = weeksOf(at, first);
  const title = month.format(timeOf(at));
  return (
    <div className={styles['calendar']}>
      <div className={styles['head']}>
        <IconButton label={t`Month before`} onClick={() => go(addMonths(at, -1))}>
          <ChevronLeft size={16} aria-hidden="true" />
        </IconButton>
        <b aria-live="polite">{title}</b>
        <IconButton label={t`Month after`} onClick={() => go(addMonths(at, 1))}>
          <ChevronRight size={16} aria-hidden="true" />
        </IconButton>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- A grid of days is a table that keys go through. */}
      <table ref={grid} role="grid" aria-label={title} onKeyDown={press}>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col" abbr={weekday.format(timeOf(day))}>
                {weekday.format(timeOf(day)).slice(0, 2)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td key={day} aria-selected={day === chosen}>
                  <button
                    type="button"
                    tabIndex={day === at ? 0 : -1}
                    className={classNames(styles['day'], day.slice(0, 7) !== at.slice(0, 7) && styles['other'])}
                    aria-label={full.format(timeOf(day)).replace(',', '')}
                    aria-current={day === now ? 'date' : undefined}
                    aria-pressed={day === chosen}
                    onClick={() => onChoose(day)}
                  >
                    {Number(day.slice(8))}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function dayFor({ key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>, at: Day, first: number): Day | null {
  switch (key) {
    case 'ArrowLeft':
      return addDays(at, -1);
    case 'ArrowRight':
      return addDays(at, 1);
    case 'ArrowUp':
      return addDays(at, -7);
    case 'ArrowDown':
      return addDays(at, 7);
    case 'Home':
      return weekStart(at, first);
    case 'End':
      return addDays(weekStart(at, first), 6);
    case 'PageUp':
      return addMonths(at, shiftKey ? -12 : -1);
    case 'PageDown':
      return addMonths(at, shiftKey ? 12 : 1);
    default:
      return null;
  }
}

function timeOf(day: Day): Date {
  return new Date(`${day}T00:00:00.000Z`);
}
