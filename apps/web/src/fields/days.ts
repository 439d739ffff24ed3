/** A day of the calendar, as `2026-11-24`. */
export type Day = string;

const DAY_MS = 86_400_000;

export function addDays(day: Day, days: number): Day {
  return new Date(timeOf(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of another month, or its last where it has none. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  const date = Math.min(Number(day.slice(8)), last.getUTCDate());
  return `${last.toISOString().slice(0, 8)}${String(date).padStart(2, '0')}`;
}

/** 0 for Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(timeOf(day)).getUTCDay();
}

/** The next such day after this one. */
export function nextWeekday(day: Day, weekday: number): Day {
  return addDays(day, ((weekday - weekdayOf(day) + 6) % 7) + 1);
}

/** The day that this one's week begins with. @param first 0 for Sunday */
export function weekStart(day: Day, first: number): Day {
  return addDays(day, -((weekdayOf(day) - first + 7) % 7));
}

/** The weeks that a day's month is drawn as: always six, so that nothing moves from month to month. */
export function weeksOf(day: Day, first: number): readonly (readonly Day[])[] {
  const start = weekStart(`${day.slice(0, 8)}01`, first);
  return Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => addDays(start, week * 7 + weekday)),
  );
}

/** The day that it is here. */
export function today(now = new Date()): Day {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

/** What a week begins with where this language is spoken; 0 for Sunday. */
export function firstWeekday(language: string): number {
  try {
    const locale: Intl.Locale & WeekInfo = new Intl.Locale(language);
    const info = locale.getWeekInfo?.() ?? locale.weekInfo;
    return (info?.firstDay ?? 1) % 7;
  } catch {
    return 1;
  }
}

/** Not in every browser, and in some as a property. */
interface WeekInfo {
  readonly getWeekInfo?: () => { readonly firstDay: number };
  readonly weekInfo?: { readonly firstDay: number };
}

function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}
