import { addDays, addMonths, momentOf, wallTimeAt, type Day } from './calendar.js';
import { indexOf, readForm } from './card-index.js';
import { clear, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { isQuote, normsOf, textOf, type Span } from './words.js';

/** So long: two days, a week. */
export interface Duration {
  readonly amount: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'month';
}

const SPELLED = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const ONE = new Set(['', 'a', 'an', 'another', 'one more']);
const UNITS: readonly (readonly [RegExp, Duration])[] = [
  [/^(?:minutes?|mins?)$/u, { amount: 1, unit: 'minute' }],
  [/^(?:hours?|hrs?|h)$/u, { amount: 1, unit: 'hour' }],
  [/^(?:days?|d)$/u, { amount: 1, unit: 'day' }],
  [/^(?:weeks?|wks?|w)$/u, { amount: 7, unit: 'day' }],
  [/^fortnights?$/u, { amount: 14, unit: 'day' }],
  [/^months?$/u, { amount: 1, unit: 'month' }],
  [/^years?$/u, { amount: 12, unit: 'month' }],
];
const DURATION = /^(?:(.+) )?(\d+(?=[a-z]))?([a-z]+)$/u;
const MOST = 1000;

export function findDuration(scene: Scene, span: Span): Reading<Duration> {
  if (span.to - span.from > 4 || isQuote(scene.said, span)) return null;
  const duration = durationIn(normsOf(scene.said, span).join(' '));
  return duration && !endsTitle(scene, span) ? clear(duration) : null;
}

const MOST_BEFORE = 6;

/** “Move Salt, Seven Days and Rust to …” are three cards, where there is one of that title. */
function endsTitle({ said, context }: Scene, { from, to }: Span): boolean {
  const index = indexOf(context.board);
  return Array.from({ length: Math.min(from, MOST_BEFORE) + 1 }, (_, before) => from - before).some(
    (start) => index.titled(readForm(textOf(said, { from: start, to })).plain).length > 0,
  );
}

export function durationIn(words: string): Duration | null {
  if (words === 'half an hour') return { amount: 30, unit: 'minute' };
  const [, before = '', glued, name = ''] = DURATION.exec(words) ?? [];
  const [, unit] = UNITS.find(([pattern]) => pattern.test(name)) ?? [];
  if (!unit || (glued !== undefined && before !== '')) return null;
  const amount = glued === undefined ? amountIn(before) : Number(glued);
  return amount > 0 && amount <= MOST ? { amount: amount * unit.amount, unit: unit.unit } : null;
}

function amountIn(words: string): number {
  if (ONE.has(words)) return 1;
  if (/^(?:a )?couple(?: of)?(?: more)?$/u.test(words)) return 2;
  const [, count = ''] = /^(?:another )?(\d{1,4}|[a-z]+)(?: more)?$/u.exec(words) ?? [];
  return /^\d/u.test(count) ? Number(count) : SPELLED.indexOf(count);
}

export function shiftDay(day: Day, { amount, unit }: Duration): Day {
  return unit === 'month' ? addMonths(day, amount) : addDays(day, amount);
}

/** A moment so much later: a day later the clocks show the same time. */
export function shiftMoment(moment: string, duration: Duration, timeZone: string): string {
  const { amount, unit } = duration;
  if (unit === 'hour' || unit === 'minute') {
    const minutes = unit === 'hour' ? amount * 60 : amount;
    return new Date(Date.parse(moment) + minutes * 60_000).toISOString();
  }
  const { day, minutes } = wallTimeAt(Date.parse(moment), timeZone);
  return momentOf({ day: shiftDay(day, duration), minutes }, timeZone);
}
