import type { Card, Column, Id } from '@talkan/board/model';
import type { Patch } from '@talkan/board/patch';
import { type Insertable, sql } from 'kysely';
import type { Trx } from '../db/open.js';
import { statement, type Statement } from '../db/statement.js';
import type { CardsTable, ColumnsTable } from '../db/tables.js';
import { foldPatches, type Changed, type FoldedRows } from './fold-patches.js';
import { chunked } from './load.js';

/** Rows in one insert: a statement takes only so many parameters. */
const INSERT_CHUNK = 200;

/**
 * Brings the tables to where the patches of one change lead. Ranks are unique among the living at every moment, so first goes
 * what is archived, then those that are to be moved step aside, and only then is each put where it belongs.
 */
export async function writeRows(trx: Trx, boardId: Id, patches: readonly Patch[]): Promise<void> {
  const { head, columns, cards } = foldPatches(patches);
  await writeHead(trx, boardId, head);
  await deleteRows(trx, boardId, { table: 'cards', ids: cards.deleted });
  await deleteRows(trx, boardId, { table: 'columns', ids: columns.deleted });
  // Columns before cards, which refer to them.
  const columnsMoved = columns.changed.filter(isPlaced).map((row) => row.id);
  for (const row of columns.changed.filter(isLeaving)) await updateColumn(trx, boardId, row);
  await stepAside(trx, boardId, { table: 'columns', ids: columnsMoved });
  for (const row of columns.changed.filter((row) => !isLeaving(row))) await updateColumn(trx, boardId, row);
  for (const rows of chunked(columns.created, INSERT_CHUNK)) {
    await trx
      .insertInto('columns')
      .values(rows.map((column) => columnRow(boardId, column)))
      .execute();
  }
  const cardsMoved = cards.changed.filter(isPlaced).map((row) => row.id);
  for (const row of cards.changed.filter(isLeaving)) await updateCard(trx, boardId, row);
  await stepAside(trx, boardId, { table: 'cards', ids: cardsMoved });
  for (const row of cards.changed.filter((row) => !isLeaving(row))) await updateCard(trx, boardId, row);
  for (const rows of chunked(cards.created, INSERT_CHUNK)) {
    await trx
      .insertInto('cards')
      .values(rows.map((card) => cardRow(boardId, card)))
      .execute();
  }
}

interface SomeRows {
  readonly table: 'columns' | 'cards';
  readonly ids: readonly Id[];
}

async function deleteRows(trx: Trx, boardId: Id, { table, ids }: SomeRows): Promise<void> {
  for (const some of chunked(ids)) {
    await trx.deleteFrom(table).where('board_id', '=', boardId).where('id', 'in', some).execute();
  }
}

type Placed = Changed<{ rank: string; archivedAt: string | null }>;

function isLeaving({ fields }: Placed): boolean {
  return typeof fields.archivedAt === 'string';
}

function isPlaced(row: Placed): boolean {
  return row.fields.rank !== undefined && !isLeaving(row);
}

/** A rank that no order uses: the characters of ranks all sort before `~`. One row alone meets nobody on its way. */
async function stepAside(trx: Trx, boardId: Id, moved: SomeRows): Promise<void> {
  if (moved.ids.length < 2) return;
  for (const ids of chunked(moved.ids)) {
    await trx
      .updateTable(moved.table)
      .set({ rank: sql<string>`'~' || id` })
      .where('board_id', '=', boardId)
      .where('id', 'in', ids)
      .execute();
  }
}

async function writeHead(trx: Trx, boardId: Id, { title, lastNumber }: FoldedRows['head']): Promise<void> {
  const fields = present({ title, last_number: lastNumber });
  if (Object.keys(fields).length === 0) return;
  await trx.updateTable('boards').set(fields).where('id', '=', boardId).execute();
}

function updateColumn(trx: Trx, boardId: Id, { id, fields }: Changed<Column>): Promise<void> {
  const { rank, title, archivedAt } = fields;
  return updateRow(trx, { table: 'columns', boardId, id }, { rank, title, archived_at: archivedAt });
}

function updateCard(trx: Trx, boardId: Id, { id, fields }: Changed<Card>): Promise<void> {
  const { columnId, rank, title, details, archivedAt } = fields;
  const row = { column_id: columnId, rank, title, details, archived_at: archivedAt };
  return updateRow(trx, { table: 'cards', boardId, id }, row);
}

interface OneRow {
  readonly table: 'columns' | 'cards';
  readonly boardId: Id;
  readonly id: Id;
}

type Fields = Readonly<Record<string, string | null | undefined>>;
type Update = Statement<Fields & Omit<OneRow, 'table'>, unknown>;

/** One statement for each set of fields that was ever changed together: there are some tens of them at most. */
const updates = new Map<string, Update>();

async function updateRow(trx: Trx, { table, ...row }: OneRow, fields: Fields): Promise<void> {
  const names = Object.keys(fields).filter((name) => fields[name] !== undefined);
  const shape = [table, ...names].join(' ');
  const update = updates.get(shape) ?? compileUpdate(table, names);
  updates.set(shape, update);
  await trx.run(update, { ...fields, ...row });
}

function compileUpdate(table: OneRow['table'], names: readonly string[]): Update {
  return statement((db, at: Fields & Omit<OneRow, 'table'>) =>
    db
      .updateTable(table)
      .set(Object.fromEntries(names.map((name) => [name, at[name]])))
      .where('board_id', '=', at.boardId)
      .where('id', '=', at.id),
  );
}

function columnRow(boardId: Id, column: Column): Insertable<ColumnsTable> {
  return { board_id: boardId, id: column.id, rank: column.rank, title: column.title, archived_at: column.archivedAt };
}

function cardRow(boardId: Id, card: Card): Insertable<CardsTable> {
  return {
    board_id: boardId,
    id: card.id,
    number: card.number,
    column_id: card.columnId,
    rank: card.rank,
    title: card.title,
    details: card.details,
    archived_at: card.archivedAt,
    created_at: card.createdAt,
    created_by: card.createdBy,
  };
}

/** Only the fields that are there. */
function present<Fields extends object>(fields: Fields): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}
