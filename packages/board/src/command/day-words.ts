import {
  addDays,
  addMonths,
  comingWeekday,
  endOfMonth,
  partsOf,
  weekdayOf,
  weekdayOfWeek,
  type Day,
  type Weekday,
} from './calendar.js';
import { durationIn, shiftDay } from './find-duration.js';

/** What words about days are understood with. */
export interface Today {
  readonly today: Day;
  readonly dateOrder: 'dmy' | 'mdy';
}

/** The day that words mean, or the several that they may mean. */
export type Days = readonly Day[];

/** Reads a date of the calendar: `24 Dec`, `24/12/2026`. All of the words are about it. */
export type ReadCalendarDay = (words: string, at: Today) => Days | null;

export interface DaysAt extends Today {
  readonly readCalendarDay: ReadCalendarDay;
}

const WEEKDAYS = 'mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
const WEEKDAY_STARTS = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
export const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const LOOKS_LIKE_A_DATE =
  /\d{1,4}[/-]\d{1,2}(?:[/-]\d{1,4})?|\d{1,2}\.\d{1,2}\.\d{2,4}|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/u;

const END = '(?:the )?(?:end|last day) of (?:the )?';
const START = '(?:the )?(?:start|beginning|first day) of (?:the )?';

interface Way {
  readonly words: RegExp;
  readonly read: (found: readonly string[], at: DaysAt) => Days | null;
}

function way(words: string, read: Way['read']): Way {
  return { words: new RegExp(`^(?:${words})$`, 'u'), read };
}

const WAYS: readonly Way[] = [
  way('today|tonight|eod|cob|(?:the )?(?:end|close) of (?:the |play |this )?(?:day|today|business)', (_, { today }) => [
    today,
  ]),
  way('tomorrow|tmrw|tmr|tomorrow night', (_, { today }) => [addDays(today, 1)]),
  way('(?:the )?day after tomorrow', (_, { today }) => [addDays(today, 2)]),
  way('yesterday', (_, { today }) => [addDays(today, -1)]),
  way(`(coming |this coming )?(${WEEKDAYS})`, ([coming, name], { today }) => {
    const weekday = weekdayNamed(name);
    const next = comingWeekday(today, weekday);
    return coming === undefined && weekdayOf(today) === weekday ? [today, next] : [next];
  }),
  way(`this (${WEEKDAYS})`, ([name], { today }) => {
    const day = weekdayOfWeek(today, weekdayNamed(name));
    // It is over: most likely not that one is meant.
    return day < today ? [addDays(day, 7), day] : [day];
  }),
  way(`next (${WEEKDAYS})|(${WEEKDAYS}) (?:of )?next week|next week(?: on|s)? (${WEEKDAYS})`, (names, { today }) =>
    nextWeekday(today, weekdayNamed(names.find((name) => name !== undefined))),
  ),
  way(`(${WEEKDAYS}) week|(?:a|one|1) week (?:on|this) (${WEEKDAYS})`, (names, { today }) => [
    addDays(comingWeekday(today, weekdayNamed(names.find((name) => name !== undefined))), 7),
  ]),
  way('(?:this|the|the coming|coming) weekend', (_, { today }) => weekend(today)),
  way('next weekend', (_, { today }) => [...weekend(today), ...weekend(addDays(today, 7))]),
  way('(?:this|the) week|(?:eow|' + END + '(?:this |work |working )?week)', (_, { today }) => endOfWeek(today)),
  way(`next week`, (_, { today }) => [weekdayOfWeek(today, 1, 1), weekdayOfWeek(today, 5, 1)]),
  way(`${END}next week`, (_, { today }) => endOfWeek(weekdayOfWeek(today, 1, 1))),
  way(`${START}next week`, (_, { today }) => nextWeekday(today, 1)),
  way(`eom|${END}(?:this )?month`, (_, { today }) => [endOfMonth(today)]),
  way(`${END}next month`, (_, { today }) => [endOfMonth(addMonths(today, 1))]),
  way(`${START}next month`, (_, { today }) => [startOfNextMonth(today)]),
  way(`next month`, (_, { today }) => [startOfNextMonth(today), endOfMonth(addMonths(today, 1))]),
  way(`eoy|${END}(?:this )?year`, (_, { today }) => [`${today.slice(0, 4)}-12-31`]),
  way(`${END}(${MONTHS.join('|')})[a-z]*(?: (\\d{4}))?`, ([name, year], at) => endOfNamedMonth(at.today, name, year)),
  way('the (\\d{1,2})(?:st|nd|rd|th)(?: of (this|the|next) month)?', ([date, which], { today }) =>
    comingDate(today, Number(date), which),
  ),
  way('in (.+?)(?: time)?', ([words = ''], { today }) => later(today, words)),
  way('(.+) from (?:now|today)', ([words = ''], { today }) => later(today, words)),
  way('(.+?) (?:from|after) (.+)', ([words = '', day = ''], at) => {
    const from = readDays(day, at);
    const [only, ...others] = from ?? [];
    return only === undefined || others.length > 0 ? null : later(only, words);
  }),
];

/** The days that words may mean: one, several where they are used in several ways, none where they name no day. */
export function readDays(words: string, at: DaysAt): Days | null {
  for (const { words: pattern, read } of WAYS) {
    const found = pattern.exec(words);
    const days = found && read(found.slice(1), at);
    if (days) return days.length > 0 ? days : null;
  }
  return LOOKS_LIKE_A_DATE.test(words) ? at.readCalendarDay(words, at) : null;
}

function weekdayNamed(name: string | undefined): Weekday {
  return WEEKDAY_STARTS.indexOf((name ?? '').slice(0, 2)) + 1;
}

/** For some a week begins on Sunday: where that makes another day of it, both are meant. */
function nextWeekday(today: Day, weekday: Weekday): Days {
  const day = weekdayOfWeek(today, weekday, 1);
  if (weekdayOf(today) === 7) return [day, addDays(day, 7)];
  return weekday === 7 ? [addDays(day, -7), day] : [day];
}

function weekend(today: Day): Days {
  return [weekdayOfWeek(today, 6), weekdayOfWeek(today, 7)].filter((day) => day >= today);
}

/** At work it ends on Friday, elsewhere on Sunday. */
function endOfWeek(today: Day): Days {
  return [weekdayOfWeek(today, 5), weekdayOfWeek(today, 7)].filter((day) => day >= today);
}

function startOfNextMonth(today: Day): Day {
  return addDays(endOfMonth(today), 1);
}

function endOfNamedMonth(today: Day, name = '', year: string | undefined): Days {
  const month = String(MONTHS.indexOf(name.slice(0, 3)) + 1).padStart(2, '0');
  const own = endOfMonth(`${year ?? today.slice(0, 4)}-${month}-01`);
  return [year === undefined && own < today ? endOfMonth(addMonths(own, 12)) : own];
}

/** The next time that it is such a day of the month. */
function comingDate(today: Day, date: number, which: string | undefined): Days | null {
  const first = `${today.slice(0, 8)}01`;
  const isThis = which === undefined ? date > partsOf(today).date : which !== 'next';
  const month = isThis ? first : addMonths(first, 1);
  const day = addDays(month, date - 1);
  if (which === undefined && date === partsOf(today).date) return [today, addMonths(today, 1)];
  return day.slice(0, 7) === month.slice(0, 7) && date > 0 ? [day] : null;
}

function later(day: Day, words: string): Days | null {
  const duration = durationIn(words);
  if (!duration || duration.unit === 'hour' || duration.unit === 'minute') return null;
  return [shiftDay(day, duration)];
}
