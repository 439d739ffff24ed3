import type { Time } from '@talkan/board/model';

/** Milliseconds since 1970, as `Date.now`. */
export type Clock = () => number;

/** The present as the domain writes it. */
export function timeOf(clock: Clock): Time {
  return new Date(clock()).toISOString();
}
