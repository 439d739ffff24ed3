/** A time of the day among other words. */
export interface TimeSaid {
  /** The words about the day; empty where there are none. */
  readonly day: string;
  /** Minutes since midnight; several where it may be in the morning or in the evening. */
  readonly minutes: readonly number[];
}

const CLOCK = String.raw`(?:(?:at |@ ?|by )?(\d{1,2})(?:[:.](\d{2}))? ?(am|pm|a\.m|p\.m)\.?|(?:at |@ ?)?(\d{1,2}):(\d{2})|(?:at |@ ?)(\d{1,2})(?:\.(\d{2}))?(?: ?(?:oclock|hours))?|(?:at )?(noon|midday))`;
const AT_END = new RegExp(`^(?:(.*?)[ ,]+)??${CLOCK}$`, 'u');
const AT_START = new RegExp(`^${CLOCK} (?:on |, )?(.+)$`, 'u');

/** When a part of a day is offered to begin, where a time is needed: none of them means one. */
export const PARTS_OF_DAY: readonly (readonly [RegExp, number])[] = [
  [/^(?:(?:in )?the )?morning$/u, 9 * 60],
  [/^(?:(?:in )?the )?afternoon$/u, 15 * 60],
  [/^(?:(?:in )?the )?evening$/u, 18 * 60],
];

/** Finds a time at the end of the words, or before them. */
export function readTime(words: string): TimeSaid | null {
  const end = AT_END.exec(words);
  if (end) return timeSaid(end[1] ?? '', end.slice(2));
  const start = AT_START.exec(words);
  return start ? timeSaid(start.at(-1) ?? '', start.slice(1)) : null;
}

function timeSaid(day: string, found: readonly (string | undefined)[]): TimeSaid | null {
  const [hour12, minute12 = '0', half, hour24, minute24 = '0', hourAt, minuteAt = '0', noon] = found;
  if (noon !== undefined) return { day, minutes: [12 * 60] };
  if (hour12 !== undefined) {
    const hour = Number(hour12);
    if (hour < 1 || hour > 12) return null;
    return withMinute(day, [(hour % 12) + (half?.startsWith('p') ? 12 : 0)], minute12);
  }
  const [hour, minute] = hour24 === undefined ? [hourAt ?? '', minuteAt] : [hour24, minute24];
  if (Number(hour) > 23) return null;
  // “At 5”, “9:30”: with two digits before the colon it is what a clock of 24 hours shows.
  const isHalfKnown = Number(hour) > (hour24 === undefined ? 11 : 9) || hour.startsWith('0');
  return withMinute(day, isHalfKnown ? [Number(hour)] : [Number(hour), Number(hour) + 12], minute);
}

function withMinute(day: string, hours: readonly number[], minute: string): TimeSaid | null {
  return Number(minute) > 59 ? null : { day, minutes: hours.map((hour) => hour * 60 + Number(minute)) };
}
