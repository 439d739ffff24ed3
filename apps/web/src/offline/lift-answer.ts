/** What entries of `boards.list` have had since boards could be marked and archived. */
const SINCE = { hue: null, archivedAt: null, starred: false, visitedAt: null, collapsed: [] };

/** An answer that an older version of the app may have kept, with what there was none of then. */
export function liftAnswer(name: string, value: unknown): unknown {
  if (name !== 'boards.list' || !Array.isArray(value)) return value;
  return value.map((entry: unknown) => (typeof entry === 'object' ? { ...SINCE, ...entry } : entry));
}
