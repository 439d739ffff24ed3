import { language } from '@talkan/words/language';
import { t } from '@talkan/words/words';

const dates = new Intl.DateTimeFormat(language().locale, { dateStyle: 'long' });
const times = new Intl.DateTimeFormat(language().locale, { timeStyle: 'short' });

/** A time as the end of a sentence: `at 14:05` of today, else `on 23 November 2026 at 14:05`. */
export function momentOf(time: string, now = new Date()): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return t`some time ago`;
  const [day, clock] = [dates.format(date), times.format(date)];
  return day === dates.format(now) ? t`at ${clock}` : t`on ${day} at ${clock}`;
}
