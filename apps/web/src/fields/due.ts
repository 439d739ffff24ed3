import type { CardDate } from '@talkan/board/model';
import { language } from '@talkan/words/language';
import { t } from '@talkan/words/words';

const SOON_MS = 2 * 86_400_000;
const day = new Intl.DateTimeFormat(language().locale, { day: 'numeric', month: 'short' });
const dayOfAnyYear = new Intl.DateTimeFormat(language().locale, { day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat(language().locale, { hour: '2-digit', minute: '2-digit' });

/** How a due date stands to the time: `soon`, within two days. */
export type DueState = 'late' | 'soon' | 'later';

/** The start of a whole day is that of the day here; what is due on it has until its end. */
function timeOf(date: CardDate): Date {
  return new Date(date.length > 10 ? date : `${date}T00:00`);
}

export function dueState(date: CardDate, now: Date): DueState {
  const due = timeOf(date);
  // By the calendar: a day may have 23 or 25 hours.
  if (date.length === 10) due.setDate(due.getDate() + 1);
  const left = due.getTime() - now.getTime();
  return left <= 0 ? 'late' : left <= SOON_MS ? 'soon' : 'later';
}

/** `20 Nov`, `today 14:00`, `20 Nov 2025` in another year. */
export function sayDate(date: CardDate, now: Date): string {
  const time = timeOf(date);
  if (Number.isNaN(time.getTime())) return '';
  const isToday = time.toDateString() === now.toDateString();
  const word = isToday ? t`today` : (time.getFullYear() === now.getFullYear() ? day : dayOfAnyYear).format(time);
  return date.length === 10 ? word : `${word} ${clock.format(time)}`;
}

/** As it stands alone, or at the beginning. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
