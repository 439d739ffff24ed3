import type { Role } from '@talkan/board/roles';
import { language } from '@talkan/words/language';
import { plural, t } from '@talkan/words/words';
import { ROLE_NAMES } from './role-words';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const thisYear = new Intl.DateTimeFormat(language().locale, { day: 'numeric', month: 'short' });
const anyYear = new Intl.DateTimeFormat(language().locale, { day: 'numeric', month: 'short', year: 'numeric' });

/** Since when somebody is there: `today`, `3 Nov`, `3 Nov 2025`. */
export function sayDay(time: string, now: number): string {
  const [then, today] = [new Date(time), new Date(now)];
  if (then.toDateString() === today.toDateString()) return t`today`;
  return (then.getFullYear() === today.getFullYear() ? thisYear : anyYear).format(then);
}

/** How long from now: `7 days`, `5 hours`, `1 minute`. */
export function sayLeft(time: string, now: number): string {
  const left = Math.max(0, Date.parse(time) - now);
  if (left > 1.5 * DAY_MS) return plural(Math.round(left / DAY_MS), { one: '# day', other: '# days' });
  if (left > 1.5 * HOUR_MS) return plural(Math.round(left / HOUR_MS), { one: '# hour', other: '# hours' });
  return plural(Math.max(1, Math.round(left / MINUTE_MS)), { one: '# minute', other: '# minutes' });
}

interface Named {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
}

/** Oneself first, then everybody by name: nobody moves when a role changes. */
export function inOrder<Person extends Named>(people: readonly Person[], ownId: string): readonly Person[] {
  const { compare } = new Intl.Collator(language().locale, { numeric: true });
  return people.toSorted(
    (one, other) => Number(other.userId === ownId) - Number(one.userId === ownId) || compare(one.name, other.name),
  );
}

/** Those whose name or role holds the words. */
export function matching<Person extends Named>(people: readonly Person[], words: string): readonly Person[] {
  const wanted = words.trim().toLocaleLowerCase();
  if (wanted === '') return people;
  return people.filter(({ name, role }) =>
    [name, ROLE_NAMES[role]].some((text) => text.toLocaleLowerCase().includes(wanted)),
  );
}
