import type { Time } from '../model.js';
import { addDays, addMonths, weekdayOf, type Day } from './calendar.js';
import { capital } from './questions/say.js';
import { clockOf, dayOfDate, daysNamed } from './days.js';
import { durationIn } from './find-duration.js';
import { clear, type Doubt, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { normsOf, type Span } from './words.js';

/** Days of which the history is asked. */
export interface Past {
  readonly first: Day;
  readonly last: Day;
  /** As it stands in a sentence: “today”, “since Monday”. */
  readonly words: string;
}

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTH = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b/u;
const NAMED = new Set(['today', 'yesterday', 'this week', 'last week', 'this month', 'last month']);

/** Days up to today: `today`, `since Monday`, `in the last 3 days`. */
export function findPast(scene: Scene, span: Span): Reading<Past> {
  if (span.to - span.from > 6) return null;
  const clock = clockOf(scene.context);
  const today = clock.dayOf(clock.now);
  const words = normsOf(scene.said, span).join(' ');
  if (NAMED.has(words)) {
    const days = daysNamed(words, clock);
    return days && clear({ ...days, words });
  }
  const [, counted] = /^(?:in|over|within|during|for)? ?(?:the )?(?:last|past) (.+)$/u.exec(words) ?? [];
  const duration = counted === undefined ? null : durationIn(counted);
  if (counted !== undefined && duration && (duration.unit === 'day' || duration.unit === 'month')) {
    const { amount, unit } = duration;
    const first = unit === 'day' ? addDays(today, -amount) : addMonths(today, -amount);
    return clear({ first, last: today, words: `in the last ${counted}` });
  }
  const isSince = words.startsWith('since ');
  const isOn = words.startsWith('on ');
  const from = isSince || isOn ? span.from + 1 : span.from;
  const day = dayIn(scene, { from, to: span.to }, today);
  if (day === null) return null;
  return clear({ first: day, last: isSince ? today : day, words: withCapitals(words) });
}

function withCapitals(words: string): string {
  return words.replaceAll(
    /\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)\b/gu,
    capital,
  );
}

/** A day that is over, or today. */
function dayIn(scene: Scene, span: Span, today: Day): Day | null {
  const words = normsOf(scene.said, span)
    .join(' ')
    .replace(/^last /u, '');
  const clock = clockOf(scene.context);
  const weekday = WEEKDAYS.indexOf(words) + 1;
  if (weekday > 0) return addDays(today, -((weekdayOf(today) - weekday + 7) % 7 || 7));
  if (NAMED.has(words)) return daysNamed(words, clock)?.first ?? null;
  const date = scene.reader.slot('date', span);
  if (date?.kind === 'doubt') return onlyPast(date.doubt, today);
  if (date?.kind !== 'clear') return null;
  const day = dayOfDate(date.value, clock);
  if (day <= today) return day;
  // A day of the calendar without its year is read as the next such day: of the past the last one is meant.
  return MONTH.test(words) && !/\d{4}/u.test(words) ? addMonths(day, -12) : null;
}

/** Of the days that are in doubt the one that is over, where it is but one. */
function onlyPast({ choices }: Doubt, today: Day): Day | null {
  const [only, ...others] = choices.map(({ words }) => words).filter((words) => DAY.test(words) && words <= today);
  return only !== undefined && others.length === 0 ? only : null;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Whether something happened then, where somebody is. */
export function isIn({ context }: Scene, { first, last }: Past, at: Time): boolean {
  const day = clockOf(context).dayOf(at);
  return first <= day && day <= last;
}
