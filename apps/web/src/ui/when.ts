import { language } from '@talkan/words/language';
import { t } from '@talkan/words/words';

const clock = new Intl.DateTimeFormat(language().locale, { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat(language().locale, { day: 'numeric', month: 'short' });
const dayAndYear = new Intl.DateTimeFormat(language().locale, { day: 'numeric', month: 'short', year: 'numeric' });

/** When something was, as people say it: `today 14:02`, `yesterday 14:02`, `3 Nov 14:02`, `3 Nov 2025 14:02`. */
export function sayWhen(time: string, now = new Date()): string {
  const date = new Date(time);
  if (Number.isNaN(date.getTime())) return '';
  return `${sayDay(date, now)} ${clock.format(date)}`;
}

function sayDay(date: Date, now: Date): string {
  const yesterday = new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (date.toDateString() === now.toDateString()) return t`today`;
  if (date.toDateString() === yesterday.toDateString()) return t`yesterday`;
  return (date.getFullYear() === now.getFullYear() ? day : dayAndYear).format(date);
}
