/** Counts times in buckets that are at most 1.6 % wide: a run of a million answers is kept in a few kilobytes. */
export interface Histogram {
  record(microseconds: number): void;
  /** In milliseconds; NaN where nothing was recorded. */
  quantile(share: number): number;
  readonly count: () => number;
  /** In milliseconds. */
  readonly max: () => number;
}

/** Buckets to each doubling. */
const STEPS = 64;
/** Up to 2^32 µs, more than an hour. */
const DOUBLINGS = 32;

export function createHistogram(): Histogram {
  const buckets = new Uint32Array(STEPS * DOUBLINGS);
  let count = 0;
  let max = 0;
  return {
    record(microseconds) {
      const value = Math.max(0, Math.round(microseconds));
      const bucket = Math.min(buckets.length - 1, bucketOf(value));
      buckets[bucket] = (buckets[bucket] ?? 0) + 1;
      count += 1;
      if (value > max) max = value;
    },
    quantile(share) {
      let left = Math.max(1, Math.ceil(count * share));
      for (const [bucket, recorded] of buckets.entries()) {
        left -= recorded;
        if (left <= 0) return Math.min(highestOf(bucket), max) / 1_000;
      }
      return Number.NaN;
    },
    count: () => count,
    max: () => max / 1_000,
  };
}

/** Below 64 each microsecond has a bucket; above, each doubling has 64. */
function bucketOf(value: number): number {
  if (value < STEPS) return value;
  const doubling = 31 - Math.clz32(value) - 5;
  return doubling * STEPS + (Math.floor(value / 2 ** (doubling - 1)) - STEPS);
}

function highestOf(bucket: number): number {
  const doubling = Math.floor(bucket / STEPS);
  if (doubling === 0) return bucket;
  return (STEPS + (bucket % STEPS) + 1) * 2 ** (doubling - 1) - 1;
}
