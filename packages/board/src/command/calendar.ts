/** A day as `YYYY-MM-DD`, here without a time zone: days are counted as days of UTC, which has no summer time. */
export type Day = string;

/** 1 is Monday, 7 is Sunday. */
export type Weekday = number;

/** A place on the clocks of a time zone. */
export interface WallTime {
  readonly day: Day;
  /** Since midnight. */
  readonly minutes: number;
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** What the clocks of a time zone show at a moment. */
export function wallTimeAt(moment: number, timeZone: string): WallTime {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
  return { day, minutes: (Number(part('hour')) % 24) * 60 + Number(part('minute')) };
}

/** The moment at which the clocks of a time zone show this; of an hour that is left out in spring, one that is near. */
export function momentOf({ day, minutes }: WallTime, timeZone: string): string {
  const wanted = Date.parse(`${day}T00:00:00.000Z`) + minutes * MINUTE_MS;
  let moment = wanted;
  // The offset from UTC is another one on the other side of a change of the clocks: the second time it is that of the right side.
  for (let time = 0; time < 2; time += 1) {
    const shown = wallTimeAt(moment, timeZone);
    moment += wanted - (Date.parse(`${shown.day}T00:00:00.000Z`) + shown.minutes * MINUTE_MS);
  }
  return new Date(moment).toISOString();
}

/** Made once for each: that takes longer than all the rest. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(timeZone, format);
  return format;
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of another month; its last one where that is shorter. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const first = new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
  return addDays(first, Math.min(date, daysInMonth(first)) - 1);
}

export function endOfMonth(day: Day): Day {
  return addDays(`${day.slice(0, 8)}01`, daysInMonth(day) - 1);
}

function daysInMonth(day: Day): number {
  const { year, month } = partsOf(day);
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export function partsOf(day: Day): { readonly year: number; readonly month: number; readonly date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, date };
}

export function weekdayOf(day: Day): Weekday {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
}

/** The first such day after this one. */
export function comingWeekday(day: Day, weekday: Weekday): Day {
  return addDays(day, ((weekday - weekdayOf(day) + 6) % 7) + 1);
}

/** That day of this week, which begins on Monday, or of another one. */
export function weekdayOfWeek(day: Day, weekday: Weekday, weeks = 0): Day {
  return addDays(day, weekday - weekdayOf(day) + weeks * 7);
}

const DAY_NAME = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** `Friday, 5 June 2026`. */
export function nameDay(day: Day): string {
  const parts = DAY_NAME.formatToParts(Date.parse(`${day}T00:00:00.000Z`));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('weekday')}, ${part('day')} ${part('month')} ${part('year')}`;
}
