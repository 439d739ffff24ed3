import { applyPatches, createBoard } from '@talkan/board/board';
import type { NamedRow } from '@talkan/board/decide';
import { loadedKey } from '@talkan/board/decide-context';
import type { Board, Card, Column, Id } from '@talkan/board/model';
import { invertPatches, type Patch } from '@talkan/board/patch';
import type { Selectable } from 'kysely';
import type { Services } from '../context.js';
import { readTransaction, type Queries } from '../db/open.js';
import type { CardsTable, ColumnsTable } from '../db/tables.js';
import { readPatches } from './log.js';
import { nearestBoard } from './snapshots.js';

/** Further behind than this, reading the tables is quicker than reading the log. */
const CATCH_UP = 500;
/** Keys in one query. */
const CHUNK = 500;

/**
 * The board as it is, at least as far as `seq`, which the caller has read from the database: another process may have written
 * since this one looked.
 */
export async function readBoard(services: Services, boardId: Id, seq: number): Promise<Board> {
  const cached = services.boards.get(boardId);
  if (cached && cached.seq >= seq) return cached;
  const board = await readTransaction(services.db, (trx) => boardInView(trx, boardId, cached));
  services.boards.publish(board);
  return board;
}

/** The board as this transaction sees it: the cached one where that is the same or can catch up, else read from the tables. */
export async function boardInView(trx: Queries, boardId: Id, cached: Board | undefined): Promise<Board> {
  const head = await trx.selectFrom('boards').selectAll().where('id', '=', boardId).executeTakeFirstOrThrow();
  if (cached?.seq === head.seq) return cached;
  if (cached && cached.seq < head.seq && head.seq - cached.seq <= CATCH_UP) return catchUp(trx, cached, head.seq);
  const columns = await trx
    .selectFrom('columns')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('archived_at', 'is', null)
    .execute();
  const cards = await trx
    .selectFrom('cards')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('archived_at', 'is', null)
    .execute();
  const { id, key, title, last_number: lastNumber } = head;
  return createBoard({
    id,
    key,
    title,
    seq: head.seq,
    lastNumber,
    columns: columns.map(columnOf),
    cards: cards.map(cardOf),
  });
}

async function catchUp(trx: Queries, cached: Board, seq: number): Promise<Board> {
  let board = cached;
  for await (const change of readPatches(trx, { boardId: board.id, after: board.seq, upTo: seq }, 'asc')) {
    board = applyPatches(board, change.patches, change.seq);
  }
  if (board.seq !== seq) throw new Error(`The log of board ${board.id} ends at ${board.seq}, not at ${seq}`);
  return board;
}

/**
 * The board as it was at `seq`, from a later one: the log walked from there or from a snapshot that is nearer. `undefined` for a
 * `seq` that is yet to come.
 */
export async function rewind(db: Queries, board: Board, seq: number): Promise<Board | undefined> {
  if (seq > board.seq) return undefined;
  const start = await nearestBoard(db, board, seq);
  const isBack = start.seq > seq;
  const range = { boardId: board.id, after: Math.min(seq, start.seq), upTo: Math.max(seq, start.seq) };
  const patches: Patch[] = [];
  let steps = 0;
  for await (const change of readPatches(db, range, isBack ? 'desc' : 'asc')) {
    for (const patch of isBack ? invertPatches(change.patches) : change.patches) patches.push(patch);
    steps += 1;
  }
  if (steps !== range.upTo - range.after) throw new Error(`The log of board ${board.id} does not reach back to ${seq}`);
  return applyPatches(start, patches, seq);
}

/** The archived ones among these rows, as `decide` wants them. What is on the board is not looked for. */
export async function loadArchived(
  db: Queries,
  board: Board,
  rows: readonly NamedRow[],
): Promise<Map<string, Card | Column>> {
  const absent = (entity: NamedRow['entity']) =>
    rows.filter((row) => row.entity === entity && !(entity === 'card' ? board.card(row.id) : board.column(row.id)));
  const loaded = new Map<string, Card | Column>();
  for (const ids of chunked(absent('column').map((row) => row.id))) {
    const found = await db
      .selectFrom('columns')
      .selectAll()
      .where('board_id', '=', board.id)
      .where('id', 'in', ids)
      .execute();
    for (const row of found) loaded.set(loadedKey('column', row.id), columnOf(row));
  }
  for (const ids of chunked(absent('card').map((row) => row.id))) {
    const found = await db
      .selectFrom('cards')
      .selectAll()
      .where('board_id', '=', board.id)
      .where('id', 'in', ids)
      .execute();
    for (const row of found) loaded.set(loadedKey('card', row.id), cardOf(row));
  }
  return loaded;
}

/** A statement takes only so many parameters. */
export function chunked<Item>(items: readonly Item[], size = CHUNK): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

export function columnOf(row: Selectable<ColumnsTable>): Column {
  return { id: row.id, rank: row.rank, title: row.title, archivedAt: row.archived_at };
}

export function cardOf(row: Selectable<CardsTable>): Card {
  return {
    id: row.id,
    number: row.number,
    columnId: row.column_id,
    rank: row.rank,
    title: row.title,
    details: row.details,
    archivedAt: row.archived_at,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
