import { t } from '@talkan/words/words';

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' });
const times = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' });

/** A time as the end of a sentence: `at 14:05` of today, else `on 23 November 2026 at 14:05`. */
export function momentOf(time: string, now = new Date()): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return 'some time ago';
  const at = t`at ${times.format(date)}`;
  return dates.format(date) === dates.format(now) ? at : t`on ${dates.format(date)} ${at}`;
}
