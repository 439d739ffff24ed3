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
