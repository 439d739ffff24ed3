import { plural, t } from '@talkan/words/words';
import { findColumn, loadedColumn, type DecideContext } from './decide-context.js';
import { readTitle } from './decide-text.js';
import { LIMITS } from './limits.js';
import { ID_PATTERN, type Board, type Column, type Id, type Rank } from './model.js';
import type { OperationOf } from './operations.js';
import { patchFields, type ColumnPatch, type Patch } from './patch.js';
import { placeIn, settle, type Order } from './place.js';
import type { Ranked } from './rank.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { plainColumn } from './rows.js';

type Decided = readonly Patch[] | Refusal;

export function createColumn(board: Board, operation: OperationOf<'column.create'>, context: DecideContext): Decided {
  const id = operation.columnId;
  if (!ID_PATTERN.test(id)) return refuse('invalid', t`“${id}” cannot be a column’s id.`, [id]);
  const existing = board.column(id) ?? loadedColumn(context, id);
  if (existing) return refuse('conflict', t`There is a column with the id “${id}” already: “${existing.title}”.`, [id]);
  const title = readTitle(operation.title, { what: 'column', most: LIMITS.name });
  if (isRefusal(title)) return title;
  const { rank = '', others } = placeIn(columnOrder(board), operation, id);
  return [{ entity: 'column', id, before: null, after: { id, rank, title } }, ...rerankColumns(board, others)];
}

export function renameColumn(board: Board, operation: OperationOf<'column.rename'>, context: DecideContext): Decided {
  const column = findColumn(board, operation.columnId, context);
  if (isRefusal(column)) return column;
  const title = readTitle(operation.title, { what: 'column', most: LIMITS.name });
  if (isRefusal(title)) return title;
  return patchColumn(column, { title });
}

export function editColumn(board: Board, operation: OperationOf<'column.edit'>, context: DecideContext): Decided {
  const column = findColumn(board, operation.columnId, context);
  if (isRefusal(column)) return column;
  const { hue = column.hue, limit = column.limit, done = column.done } = operation;
  return patchColumn(column, { hue, limit, done });
}

function patchColumn(column: Column, fields: Partial<Column>): Patch[] {
  const patch = patchFields(column, fields);
  return patch ? [{ entity: 'column', id: column.id, ...patch }] : [];
}

export function moveColumn(board: Board, operation: OperationOf<'column.move'>, context: DecideContext): Decided {
  const column = findColumn(board, operation.columnId, context);
  if (isRefusal(column)) return column;
  const { rank, others } = placeIn(columnOrder(board), operation, column.id);
  return rerankColumns(board, rank === undefined ? others : [{ id: column.id, rank }, ...others]);
}

export function archiveColumn(board: Board, operation: OperationOf<'column.archive'>, context: DecideContext): Decided {
  const id = operation.columnId;
  const column = board.column(id);
  if (!column) {
    if (loadedColumn(context, id)) return [];
    return refuse('not_found', t`There is no column “${id}” on this board.`, [id]);
  }
  return refuseFilled(board, column) ?? [leaveColumn(column, context.now)];
}

export function restoreColumn(board: Board, operation: OperationOf<'column.restore'>, context: DecideContext): Decided {
  const id = operation.columnId;
  if (board.column(id)) return [];
  const column = loadedColumn(context, id);
  if (!column) return refuse('not_found', t`There is no column “${id}” on this board.`, [id]);
  return enterColumn(board, column);
}

/** A column that still holds cards does not go: no card leaves the board unseen. */
export function refuseFilled(board: Board, column: Column): Refusal | undefined {
  const cards = board.cardsIn(column.id);
  if (cards.length === 0) return undefined;
  const ids = [column.id, ...cards.slice(0, 100).map((card) => card.id)];
  const message = plural(
    cards.length,
    {
      one: '“{column}” still holds # card. Move or archive what is in it first.',
      other: '“{column}” still holds # cards. Move or archive what is in it first.',
    },
    { column: column.title },
  );
  return refuse('conflict', message, ids);
}

export function leaveColumn(column: Column, now: string): ColumnPatch {
  return {
    entity: 'column',
    id: column.id,
    before: { ...plainColumn(column), archivedAt: null },
    after: { archivedAt: now },
  };
}

/** An archived column comes back where it stood. */
function enterColumn(board: Board, archived: Column): Decided {
  const ranks = settle(board.columns(), [archived]);
  const rank = ranks.find((item) => item.id === archived.id)?.rank ?? archived.rank;
  return [patchColumnEntry(archived, rank), ...rerankColumns(board, ranks)];
}

/** The patch that brings an archived column back onto the board: the whole row in `after`. */
export function patchColumnEntry(archived: Column, rank: Rank): ColumnPatch {
  const after = { ...plainColumn(archived), rank, archivedAt: null };
  return { entity: 'column', id: archived.id, before: { archivedAt: archived.archivedAt }, after };
}

/** Patches for the living columns whose rank is another one than they have. */
export function rerankColumns(board: Board, ranks: readonly Ranked[]): ColumnPatch[] {
  return ranks.flatMap(({ id, rank }) => {
    const column = board.column(id);
    if (!column || column.rank === rank) return [];
    return [{ entity: 'column', id, before: { rank: column.rank }, after: { rank } }];
  });
}

function columnOrder(board: Board): Order<Column> {
  return { items: board.columns(), get: (id: Id) => board.column(id) };
}
