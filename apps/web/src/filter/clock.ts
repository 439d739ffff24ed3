import type { FilterClock } from '@talkan/board/filter';

/** Writes a day as `2026-11-24`. */
const days = new Intl.DateTimeFormat('sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' });

/** What time it is where this browser is. */
export function clock(): FilterClock {
  return { now: new Date().toISOString(), dayOf: (moment) => days.format(new Date(moment)) };
}
