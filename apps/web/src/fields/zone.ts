import type { CardDate } from '@talkan/board/model';

/** A day of the calendar and a time on the clock, as they are somewhere: `2026-11-24`, `14:00`. */
export interface LocalTime {
  readonly day: string;
  readonly time: string;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The browser's. */
export function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** A moment as the clock there shows it. */
export function localOf(moment: CardDate, zone: string): LocalTime {
  const shown = new Date(Date.parse(moment) + offsetAt(Date.parse(moment), zone)).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

/**
 * The moment at which the clock there shows this. Where clocks are put back it does so twice: the first time is meant. Where they are put
 * forward over it, it never does: then as long after the change as the time is after it.
 */
export function momentOf({ day, time }: LocalTime, zone: string): CardDate {
  const wanted = Date.parse(`${day}T${time}:00.000Z`);
  // What holds a day before and a day after: there is one change between them at most.
  const [before, after] = [offsetAt(wanted - DAY, zone), offsetAt(wanted + DAY, zone)];
  const isShown = (offset: number) => offsetAt(wanted - offset, zone) === offset;
  const offset = isShown(before) || !isShown(after) ? before : after;
  return new Date(wanted - offset).toISOString();
}

/** How far the clock there is ahead of UTC, in milliseconds. */
function offsetAt(time: number, zone: string): number {
  const parts = Object.fromEntries(
    formatOf(zone)
      .formatToParts(time)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  const shown = Date.UTC(year, month - 1, day, hour, minute);
  // To the minute: what is past it belongs to both.
  return shown - Math.floor(time / MINUTE) * MINUTE;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  formats.set(zone, format);
  return format;
}
