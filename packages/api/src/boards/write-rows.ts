import type { Card, Id } from '@talkan/board/model';
import type { Patch } from '@talkan/board/patch';
import { type Insertable, sql } from 'kysely';
import type { Trx } from '../db/open.js';
import { statement, type Statement } from '../db/statement.js';
import type { Tables } from '../db/tables.js';
import { recordUses, type FileUse } from '../files/rows.js';
import { foldPatches, type Changed, type Folded, type FoldedRows } from './fold-patches.js';
import { chunked } from './load.js';
import { cardRow, columnRow, commentRow, headRow, labelRow, newCard, newColumn, newComment, newLabel } from './rows.js';

/** Rows in one insert: a statement takes only so many parameters. */
const INSERT_CHUNK = 200;

/**
 * Brings the tables to where the patches of one change lead. Ranks are unique among the living at every moment, so first goes
 * what is archived, then those that are to be moved step aside, and only then is each put where it belongs.
 */
export async function writeRows(trx: Trx, boardId: Id, patches: readonly Patch[]): Promise<void> {
  const { head, columns, cards, labels, comments } = foldPatches(patches);
  await writeHead(trx, boardId, head);
  // What refers to something goes before it, and comes after it.
  await deleteRows(trx, boardId, { table: 'comments', ids: comments.deleted });
  await deleteRows(trx, boardId, { table: 'cards', ids: cards.deleted });
  await deleteRows(trx, boardId, { table: 'columns', ids: columns.deleted });
  await writeRanked(trx, boardId, { table: 'columns', rows: columns, toRow: columnRow });
  await insertRows(
    trx,
    'columns',
    columns.created.map((column) => newColumn(boardId, column)),
  );
  for (const { id, fields } of labels.changed) await updateRow(trx, { table: 'labels', boardId, id }, labelRow(fields));
  await insertRows(
    trx,
    'labels',
    labels.created.map((label) => newLabel(boardId, label)),
  );
  await writeRanked(trx, boardId, { table: 'cards', rows: cards, toRow: cardRow });
  await insertRows(
    trx,
    'cards',
    cards.created.map((card) => newCard(boardId, card)),
  );
  for (const { id, fields } of comments.changed) {
    await updateRow(trx, { table: 'comments', boardId, id }, commentRow(fields));
  }
  await insertRows(
    trx,
    'comments',
    comments.created.map((comment) => newComment(boardId, comment)),
  );
  await recordUses(
    trx,
    boardId,
    [...cards.created, ...cards.changed.map(({ id, fields }) => ({ ...fields, id }))].flatMap(usesOf),
  );
}

function usesOf({ id, attachments = [] }: Partial<Card> & Pick<Card, 'id'>): FileUse[] {
  return attachments.map((attachment) => ({ fileId: attachment.id, cardId: id }));
}

type TableName = 'columns' | 'labels' | 'cards' | 'comments';
type RankedTable = 'columns' | 'cards';

async function insertRows<Name extends TableName>(
  trx: Trx,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  for (const some of chunked(rows, INSERT_CHUNK)) {
    await trx
      .insertInto<TableName>(table)
      .values(some as Insertable<Tables[TableName]>[])
      .execute();
  }
}

interface SomeRows {
  readonly table: TableName;
  readonly ids: readonly Id[];
}

async function deleteRows(trx: Trx, boardId: Id, { table, ids }: SomeRows): Promise<void> {
  for (const some of chunked(ids)) {
    await trx.deleteFrom(table).where('board_id', '=', boardId).where('id', 'in', some).execute();
  }
}

type Placed = Changed<{ rank: string; archivedAt: string | null }>;

interface RankedRows<Row extends { rank: string; archivedAt: string | null }> {
  readonly table: RankedTable;
  readonly rows: Folded<Row>;
  readonly toRow: (fields: Partial<Row>) => Fields;
}

async function writeRanked<Row extends { rank: string; archivedAt: string | null }>(
  trx: Trx,
  boardId: Id,
  { table, rows, toRow }: RankedRows<Row>,
): Promise<void> {
  const write = ({ id, fields }: Changed<Row>) => updateRow(trx, { table, boardId, id }, toRow(fields));
  for (const row of rows.changed.filter(isLeaving)) await write(row);
  await stepAside(trx, boardId, { table, ids: rows.changed.filter(isPlaced).map((row) => row.id) });
  for (const row of rows.changed.filter((row) => !isLeaving(row))) await write(row);
}

function isLeaving({ fields }: Placed): boolean {
  return typeof fields.archivedAt === 'string';
}

function isPlaced(row: Placed): boolean {
  return row.fields.rank !== undefined && !isLeaving(row);
}

/** A rank that no order uses: the characters of ranks all sort before `~`. One row alone meets nobody on its way. */
async function stepAside(
  trx: Trx,
  boardId: Id,
  { table, ids }: { readonly table: RankedTable; readonly ids: readonly Id[] },
): Promise<void> {
  if (ids.length < 2) return;
  for (const some of chunked(ids)) {
    await trx
      .updateTable(table)
      .set({ rank: sql<string>`'~' || id` })
      .where('board_id', '=', boardId)
      .where('id', 'in', some)
      .execute();
  }
}

async function writeHead(trx: Trx, boardId: Id, head: FoldedRows['head']): Promise<void> {
  const fields = headRow(head);
  if (Object.keys(fields).length === 0) return;
  await trx.updateTable('boards').set(fields).where('id', '=', boardId).execute();
}

interface OneRow {
  readonly table: TableName;
  readonly boardId: Id;
  readonly id: Id;
}

type Fields = object;
type Update = Statement<Record<string, unknown>, unknown>;

/** One statement for each set of fields that was ever changed together: there are some tens of them at most. */
const updates = new Map<string, Update>();

async function updateRow(trx: Trx, { table, ...row }: OneRow, fields: Fields): Promise<void> {
  const names = Object.keys(fields);
  if (names.length === 0) return;
  const shape = [table, ...names].join(' ');
  const update = updates.get(shape) ?? compileUpdate(table, names);
  updates.set(shape, update);
  await trx.run(update, { ...fields, ...row });
}

function compileUpdate(table: TableName, names: readonly string[]): Update {
  return statement((db, at: Record<string, unknown>) =>
    db
      .updateTable(table)
      .set(Object.fromEntries(names.map((name) => [name, at[name]])))
      .where('board_id', '=', at['boardId'] as Id)
      .where('id', '=', at['id'] as Id),
  );
}
