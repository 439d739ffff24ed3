import type { Board, Column, Id } from '@talkan/board/model';
import type { OperationOf } from '@talkan/board/operations';

/** The place of a column; `index` counts the others. */
export interface ColumnPlace {
  readonly columnId: Id;
  readonly index: number;
}

export function indexOfColumn(board: Board, columnId: Id): number {
  return board.columns().findIndex(({ id }) => id === columnId);
}

/** The operation that puts a column there, named by its neighbours; `null` where it stands there already. */
export function moveColumnTo(board: Board, { columnId, index }: ColumnPlace): OperationOf<'column.move'> | null {
  const own = indexOfColumn(board, columnId);
  const others = othersOf(board, columnId);
  const at = Math.max(0, Math.min(others.length, index));
  if (own < 0 || own === at) return null;
  const before = others[at]?.id;
  const after = others[at - 1]?.id;
  return {
    type: 'column.move',
    columnId,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

/** The same place after the board has changed: behind the nearest column before it that is still there. */
export function followColumn(before: Board, after: Board, { columnId, index }: ColumnPlace): ColumnPlace {
  const places = new Map(othersOf(after, columnId).map(({ id }, at) => [id, at]));
  const preceding = othersOf(before, columnId)
    .slice(0, index)
    .findLast(({ id }) => places.has(id));
  return { columnId, index: preceding ? (places.get(preceding.id) ?? 0) + 1 : 0 };
}

function othersOf(board: Board, columnId: Id): readonly Column[] {
  return board.columns().filter(({ id }) => id !== columnId);
}
