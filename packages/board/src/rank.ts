import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';
import { LIMITS } from './limits.js';
import type { Id, Rank } from './model.js';

export interface Ranked {
  readonly id: Id;
  readonly rank: Rank;
}

/** The order of a board's lists: by rank, code unit by code unit, as SQLite's BINARY collation and `<` both have it. */
export function compareRanked(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Where `item` stands, or would stand, in a list that is in order. */
export function indexOfRanked(list: readonly Ranked[], item: Ranked): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const candidate = list[middle];
    if (candidate && compareRanked(candidate, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A rank between two others; `null` is the open end. It may be longer than the limit: see `isLong`. */
export function rankBetween(low: Rank | null, high: Rank | null): Rank {
  return generateKeyBetween(low, high);
}

/** `count` ranks in order between two others. */
export function ranksBetween(low: Rank | null, high: Rank | null, count: number): Rank[] {
  return generateNKeysBetween(low, high, count);
}

/** `count` short ranks in order. */
export function freshRanks(count: number): Rank[] {
  return ranksBetween(null, null, count);
}

/** Whether a rank has grown so long that it and its neighbours are to be ranked anew. */
export function isLong(rank: Rank): boolean {
  return rank.length > LIMITS.rank;
}

/** Whether a new rank would soon have to be replaced again. */
export function isLengthy(rank: Rank): boolean {
  return rank.length > LIMITS.rank / 2;
}
