/** Positions of a longest strictly increasing subsequence, in order. Patience sorting, O(n log n). */
export function longestIncreasing(values: readonly number[]): number[] {
  /** For each length, the position of the smallest value that ends such a run, and for each position its predecessor. */
  const ends: number[] = [];
  const previous: number[] = [];
  const valueAt = (position: number | undefined) =>
    position === undefined ? -Infinity : (values[position] ?? -Infinity);
  for (const [position, value] of values.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (valueAt(ends[middle]) < value) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1] ?? -1);
    ends[low] = position;
  }
  const run: number[] = [];
  for (let position = ends.at(-1) ?? -1; position >= 0; position = previous[position] ?? -1) run.push(position);
  return run.toReversed();
}
