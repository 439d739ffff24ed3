import type { Board, Id } from '@talkan/board/model';

/** How people call it where nobody has said that its cards count as done. */
const DONE = /^\W*(?:done|finished|complete[d]?|closed|shipped|released)\b/iu;

/** The columns whose cards count as done; where there is none, those that are called so. */
export function doneColumns(board: Board): ReadonlySet<Id> {
  const columns = board.columns();
  const marked = columns.filter(({ done }) => done);
  const meant = marked.length > 0 ? marked : columns.filter(({ title }) => DONE.test(title));
  return new Set(meant.map(({ id }) => id));
}
