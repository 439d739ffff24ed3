import type { Board, Id } from '@talkan/board/model';
import type { Patch } from '@talkan/board/patch';
import { t } from '@talkan/words/words';
import { sayColumn, type Boards } from './ghost-words';
import type { ColumnArrival, ColumnFate } from './ghosts';

/** A board, and what it would be with these patches. */
export interface Staged extends Boards {
  readonly patches: readonly Patch[];
}

/** What would become of the columns of a board, and which would come. */
export function decideColumns(staged: Staged) {
  const { board, after, patches } = staged;
  const columns = new Map<Id, ColumnFate>();
  const was = common(board, after);
  const is = common(after, board);
  for (const { id, entity } of patches) {
    const before = entity === 'column' ? board.column(id) : undefined;
    if (!before) continue;
    const now = after.column(id);
    const place = is.indexOf(id);
    const hasMoved = now !== undefined && now.rank !== before.rank && was.indexOf(id) !== place;
    const words = sayColumn(before, now, { ...staged, behind: hasMoved ? (is[place - 1] ?? null) : undefined });
    if (words.length > 0) columns.set(id, { isLeaving: !now, words });
  }
  return { columns, newColumns: columnsArriving(staged) };
}

/** The columns of one board that are on the other one, too, in order. */
function common(one: Board, other: Board): readonly Id[] {
  return one.columns().flatMap(({ id }) => (other.column(id) ? [id] : []));
}

function columnsArriving({ board, after, patches }: Staged): readonly ColumnArrival[] {
  const restored = new Set(
    patches.flatMap(({ entity, id, before }) => (entity === 'column' && before !== null ? [id] : [])),
  );
  const arrivals: ColumnArrival[] = [];
  let behind: Id | null = null;
  for (const column of after.columns()) {
    if (board.column(column.id)) behind = column.id;
    else {
      const text = restored.has(column.id) ? t`Would be restored` : t`New column`;
      arrivals.push({ column, behind, words: [{ text }] });
    }
  }
  return arrivals;
}
