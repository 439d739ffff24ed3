/** Bounds of a board's content. Lengths are UTF-16 code units, sizes are UTF-8 bytes. */
export const LIMITS = {
  /** Card and board titles, after trimming. */
  title: 500,
  /** Column names, after trimming. */
  name: 120,
  detailsBytes: 64 * 1024,
  columns: 200,
  cards: 20_000,
  /** Titles and details of all living cards of a board. */
  textBytes: 16 * 1024 * 1024,
  /** A rank longer than this is replaced, and its neighbours' with it. */
  rank: 64,
  /** Operations in one change: enough to archive or to fill a whole board. */
  operations: 50_000,
} as const;
