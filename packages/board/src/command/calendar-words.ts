import { Chrono, configuration } from 'chrono-node/en';
import { addDays, partsOf, weekdayOf, type Day } from './calendar.js';
import type { Days, Today } from './day-words.js';

/** A day so long over is another one that is to come; one that is over since a while may be meant as it is. */
const LONG_OVER = 60;
/** In so many years there is a 29 February. */
const YEARS_TO_A_LEAP_YEAR = 8;

const readers: Readonly<Record<Today['dateOrder'], Chrono>> = {
  dmy: new Chrono(configuration.createConfiguration(true, true)),
  mdy: new Chrono(configuration.createConfiguration(true, false)),
};

interface Found {
  readonly month: number;
  readonly date: number;
  readonly year: number | null;
  /** 1 is Monday. */
  readonly weekday: number | null;
}

/** A day by its date: `24 Dec`, `Dec 24th 2026`, `24/12`, `2026-12-24`. */
export function readCalendarDay(words: string, { today, dateOrder }: Today): Days | null {
  const text = words.replace(/^the /u, '');
  const found = parse(text, { today, dateOrder }) ?? parseLeapDay(text, { today, dateOrder });
  if (!found) return null;
  const days = daysOf(found, today);
  // “Friday, 5 June” where that is no Friday.
  return found.weekday !== null && days.some((day) => weekdayOf(day) !== found.weekday) ? null : days;
}

/** All of the text is a date and nothing else, or it is none. */
function parse(text: string, { today, dateOrder }: Today): Found | null {
  const { year, month, date } = partsOf(today);
  // Noon of the person's day on this machine's own clocks: what is read from it are a day's parts, whatever zone the machine is in.
  const [result, ...others] = readerFor(text, dateOrder).parse(text, new Date(year, month - 1, date, 12));
  if (!result || others.length > 0 || result.text.length !== text.length || result.end) return null;
  const { start } = result;
  if (!start.isCertain('day') || !start.isCertain('month') || start.isCertain('hour')) return null;
  const weekday = start.isCertain('weekday') ? (start.get('weekday') ?? null) : null;
  return {
    month: start.get('month') ?? 0,
    date: start.get('day') ?? 0,
    year: start.isCertain('year') ? start.get('year') : null,
    weekday: weekday === 0 ? 7 : weekday,
  };
}

/** With a month's name there is one order only; to the reader of the British one “Dec 24” would be a month of 2024. */
function readerFor(text: string, dateOrder: Today['dateOrder']): Chrono {
  return readers[/[a-z]{3}/u.test(text) ? 'mdy' : dateOrder];
}

/** It is no date of this year, but it is one. */
function parseLeapDay(text: string, at: Today): Found | null {
  if (!/\b29/u.test(text) || /\d{4}/u.test(text)) return null;
  const { year } = partsOf(at.today);
  const separator = text.includes('/') ? '/' : ' ';
  for (let later = 0; later < YEARS_TO_A_LEAP_YEAR; later += 1) {
    const found = parse(`${text}${separator}${year + later}`, at);
    if (found) return found;
  }
  return null;
}

function daysOf({ year, month, date }: Found, today: Day): Days {
  const dayIn = (one: number) =>
    `${String(one).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  if (year !== null) return [dayIn(year)];
  const thisYear = dayIn(partsOf(today).year);
  const nextYear = dayIn(partsOf(today).year + 1);
  if (thisYear >= today) return [thisYear];
  return thisYear >= addDays(today, -LONG_OVER) ? [thisYear, nextYear] : [nextYear];
}
