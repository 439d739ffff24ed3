import { applyPatches, createBoard } from '@talkan/board/board';
import type { NamedRow } from '@talkan/board/decide';
import { loadedKey, type LoadedEntity, type LoadedRow } from '@talkan/board/decide-context';
import type { Board, Id } from '@talkan/board/model';
import { invertPatches, type Patch } from '@talkan/board/patch';
import type { Services } from '../context.js';
import { readTransaction, type Queries } from '../db/open.js';
import { loadFiles } from '../files/rows.js';
import { readPatches } from './log.js';
import { cardOf, columnOf, commentOf, headOf, labelOf } from './rows.js';
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
  const labels = await trx.selectFrom('labels').selectAll().where('board_id', '=', boardId).execute();
  return createBoard({
    ...headOf(head),
    columns: columns.map(columnOf),
    cards: cards.map(cardOf),
    labels: labels.map(labelOf),
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

/** What of these rows is not on the board, as `decide` wants it. What is on the board is not looked for. */
export async function loadRows(db: Queries, board: Board, rows: readonly NamedRow[]): Promise<Map<string, LoadedRow>> {
  const isAbsent = ({ entity, id }: NamedRow) =>
    !(entity === 'card' && board.card(id)) && !(entity === 'column' && board.column(id));
  const loaded = new Map<string, LoadedRow>();
  const absent = Map.groupBy(rows.filter(isAbsent), ({ entity }) => entity);
  for (const [entity, named] of absent) {
    for (const ids of chunked(named.map(({ id }) => id))) {
      for (const row of await findRows(db, entity, { boardId: board.id, ids }))
        loaded.set(loadedKey(entity, row.id), row);
    }
  }
  return loaded;
}

interface Wanted {
  readonly boardId: Id;
  readonly ids: readonly Id[];
}

async function findRows(db: Queries, entity: LoadedEntity, { boardId, ids }: Wanted): Promise<LoadedRow[]> {
  switch (entity) {
    case 'column': {
      const rows = db.selectFrom('columns').selectAll().where('board_id', '=', boardId).where('id', 'in', ids);
      return (await rows.execute()).map(columnOf);
    }
    case 'card': {
      const rows = db.selectFrom('cards').selectAll().where('board_id', '=', boardId).where('id', 'in', ids);
      return (await rows.execute()).map(cardOf);
    }
    case 'comment': {
      const rows = db.selectFrom('comments').selectAll().where('board_id', '=', boardId).where('id', 'in', ids);
      return (await rows.execute()).map(commentOf);
    }
    case 'file':
      return loadFiles(db, boardId, ids);
  }
}

/** A statement takes only so many parameters. */
export function chunked<Item>(items: readonly Item[], size = CHUNK): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
