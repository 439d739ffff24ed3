/** Bounds of a board's content. Lengths are UTF-16 code units, sizes are UTF-8 bytes. */
export const LIMITS = {
  /** Card and board titles, after trimming. */
  title: 500,
  /** Column, label and checklist names, after trimming. */
  name: 120,
  detailsBytes: 64 * 1024,
  /** A comment, a board's description. */
  remarkBytes: 16 * 1024,
  columns: 200,
  cards: 20_000,
  labels: 500,
  /** With those that were deleted or merged: they are kept with the board, so that they can come back. */
  labelsEver: 5_000,
  /** On one card. */
  labelsOnCard: 100,
  assignees: 50,
  checklists: 20,
  items: 500,
  links: 100,
  attachments: 100,
  comments: 10_000,
  /** Cards that a column is said to hold at most. */
  columnLimit: 20_000,
  estimate: 100_000,
  /** All texts of all living cards of a board. */
  textBytes: 16 * 1024 * 1024,
  /** A rank longer than this is replaced, and its neighbours' with it. */
  rank: 64,
  /** Operations in one change: enough to archive or to fill a whole board. */
  operations: 50_000,
} as const;
