import type { Time } from '@talkan/board/model';

/** Milliseconds since 1970, as `Date.now`. */
export type Clock = () => number;

let last = { ms: 0, time: new Date(0).toISOString() };

/** The present as the domain writes it. What happens in the same millisecond shares the text. */
export function timeOf(clock: Clock): Time {
  const ms = clock();
  if (ms !== last.ms) last = { ms, time: new Date(ms).toISOString() };
  return last.time;
}

/** A clock that was put back by more than this is believed. */
const AHEAD_MS = 1000;

/** The present, but after what happened last: what is ordered by its time, or was done at one time, is told apart by it. */
export function timeAfter(last: Time | undefined, clock: Clock): Time {
  const now = timeOf(clock);
  if (last === undefined || last < now) return now;
  const ms = Date.parse(last) + 1;
  return ms - Date.parse(now) > AHEAD_MS ? now : new Date(ms).toISOString();
}
