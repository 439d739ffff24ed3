import { isWholeDay } from '../dates.js';
import type { FilterClock } from '../filter.js';
import type { CardDate, Time } from '../model.js';
import type { CommandContext } from './command.js';

/** From and up to, both of them in it; days as `YYYY-MM-DD`. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

const DAY_MS = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What time it is for whoever speaks. */
export function clockOf({ now, timeZone }: Pick<CommandContext, 'now' | 'timeZone'>): FilterClock {
  // Asked of every card: a calendar takes its time.
  const today = dayIn(timeZone, now);
  return { now, dayOf: (moment) => (moment === now ? today : dayIn(timeZone, moment)) };
}

function dayIn(timeZone: string, moment: Time): string {
  let format = formats.get(timeZone);
  if (!format) {
    // What is written as year, month and day in this order is Sweden's.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
    formats.set(timeZone, format);
  }
  return format.format(new Date(moment));
}

export function dayOfDate(date: CardDate, clock: FilterClock): string {
  return isWholeDay(date) ? date : clock.dayOf(date);
}

export function plusDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The days that people have a word for; a week begins on Monday. */
export function daysNamed(words: string, clock: FilterClock): Days | null {
  const today = clock.dayOf(clock.now);
  const monday = plusDays(today, -((new Date(today).getUTCDay() + 6) % 7));
  const one = (count: number) => ({ first: plusDays(today, count), last: plusDays(today, count) });
  const week = (count: number) => ({ first: plusDays(monday, 7 * count), last: plusDays(monday, 7 * count + 6) });
  const named: Readonly<Record<string, () => Days>> = {
    today: () => one(0),
    tomorrow: () => one(1),
    yesterday: () => one(-1),
    'this week': () => week(0),
    'next week': () => week(1),
    'last week': () => week(-1),
    'this month': () => monthOf(today, 0),
    'next month': () => monthOf(today, 1),
    'last month': () => monthOf(today, -1),
  };
  return Object.hasOwn(named, words) ? (named[words]?.() ?? null) : null;
}

/** The month of that name that is to come, or is now; none where it is not long over: nobody knows then which is meant. */
export function monthNamed(name: string, today: string): Days | null {
  const index = MONTHS.findIndex((month) => month === name || month.slice(0, 3) === name);
  const months = (index - Number(today.slice(5, 7)) + 13) % 12;
  return index >= 0 && months < 12 - LONG_OVER ? monthOf(today, months) : null;
}

const LONG_OVER = 3;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

function monthOf(today: string, count: number): Days {
  const [year = 0, month = 0] = today.split('-').map(Number);
  const at = (months: number, day: number) =>
    new Date(Date.UTC(year, month - 1 + months, day)).toISOString().slice(0, 10);
  return { first: at(count, 1), last: at(count + 1, 0) };
}
