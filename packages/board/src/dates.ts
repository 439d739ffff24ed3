import type { CardDate } from './model.js';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** Whether a text is a day of the calendar, or a moment in UTC, of the years 1900 to 9999. */
export function isCardDate(text: string): boolean {
  const isDay = DAY.test(text);
  if (!isDay && !MOMENT.test(text)) return false;
  const moment = isDay ? `${text}T00:00:00.000Z` : text;
  const time = Date.parse(moment);
  // 30 February becomes 2 March, which is not what was written.
  return text >= '1900' && !Number.isNaN(time) && new Date(time).toISOString() === moment;
}

/** Whether it is a whole day, wherever one is, and not a moment. */
export function isWholeDay(date: CardDate): boolean {
  return date.length === 10;
}

/** Whether the one is certainly later than the other: a day and a moment of that day have no order without a time zone. */
export function isAfter(one: CardDate, other: CardDate): boolean {
  if (isWholeDay(one) === isWholeDay(other)) return one > other;
  const days = (Date.parse(one) - Date.parse(other)) / 86_400_000;
  // From the first time zone to the last a day lasts 50 hours.
  return days > (isWholeDay(one) ? 14 / 24 : 36 / 24);
}
