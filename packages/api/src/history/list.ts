import { applyPatches } from '@talkan/board/board';
import type { Change, Origin } from '@talkan/board/change';
import type { Board, Id, Time } from '@talkan/board/model';
import { invertPatches } from '@talkan/board/patch';
import { tellChange, type ToldChange } from '@talkan/board/tell-change';
import { sql } from 'kysely';
import { readBoard, rewind } from '../boards/load.js';
import { changeOf } from '../boards/log.js';
import type { Services } from '../context.js';
import type { Queries } from '../db/open.js';
import { readUndoChains } from './undo-chains.js';

/** How far one page looks back for changes that match. */
const SCAN = 10_000;

export interface HistoryRequest {
  readonly boardId: Id;
  /** Only changes before this one. */
  readonly before?: number | undefined;
  readonly limit: number;
  readonly actorId?: Id | undefined;
  /** Only changes of this card. */
  readonly cardId?: Id | undefined;
  readonly origin?: Origin | undefined;
  /** How far the board's log was when the request came in. */
  readonly now: number;
}

export interface HistoryEntry extends ToldChange {
  readonly seq: number;
  readonly at: Time;
  readonly actor: { readonly id: Id; readonly name: string };
  readonly origin: Origin;
  /** The `seq` of the change that this one undoes. */
  readonly undoes: number | null;
}

export interface HistoryPage {
  /** The last change first. */
  readonly entries: readonly HistoryEntry[];
  /** What to send as `before` for the next page, which may be there though this one is short, or empty; `null`: that was all. */
  readonly next: number | null;
}

/** A page of a board's story. */
export async function listHistory(services: Services, request: HistoryRequest): Promise<HistoryPage> {
  const { read } = services.db;
  const board = await readBoard(services, request.boardId, request.now);
  const top = Math.min(request.before ?? Number.POSITIVE_INFINITY, board.seq + 1);
  const bottom = Math.max(1, top - SCAN);
  const rows = await findRows(read, request, { top, bottom });
  const chains = await readUndoChains(read, request.boardId);
  const entries: HistoryEntry[] = [];
  let current = board;
  for (const { name, change } of rows) {
    const { seq, at, origin, undoes = null } = change;
    current = await boardBefore(read, current, change);
    if (request.cardId !== undefined && !isAbout(change, request.cardId)) continue;
    const actor = { id: change.actorId, name };
    entries.push({ seq, at, actor, origin, undoes, ...tellChange(current, change, chains.undone(seq)) });
  }
  const reached = rows.length === request.limit ? rows.at(-1)?.change.seq : bottom;
  return { entries, next: reached !== undefined && reached > 1 ? reached : null };
}

/** @param later the board some time after it */
async function boardBefore(db: Queries, later: Board, change: Change): Promise<Board> {
  const after = await rewind(db, later, change.seq);
  if (!after) throw new Error(`Change ${change.seq} is not before ${later.seq}`);
  return applyPatches(after, invertPatches(change.patches), change.seq - 1);
}

async function findRows(
  db: Queries,
  request: HistoryRequest,
  { top, bottom }: { readonly top: number; readonly bottom: number },
): Promise<{ readonly name: string; readonly change: Change }[]> {
  const { boardId, actorId, cardId, origin, limit } = request;
  let query = db
    .selectFrom('changes')
    .innerJoin('users', 'users.id', 'changes.actor_id')
    .selectAll('changes')
    .select('users.username')
    .where('changes.board_id', '=', boardId)
    .where('changes.seq', '<', top)
    .where('changes.seq', '>=', bottom);
  if (actorId !== undefined) query = query.where('changes.actor_id', '=', actorId);
  if (origin !== undefined) query = query.where('changes.origin', '=', origin);
  // In JSON a quotation mark within a text has a backslash before it, so that this finds ids alone.
  if (cardId !== undefined) query = query.where(sql<boolean>`instr(changes.patches, ${`"id":"${cardId}"`}) > 0`);
  const rows = await query.orderBy('changes.seq', 'desc').limit(limit).execute();
  return rows.map(({ username, ...row }) => ({ name: username, change: changeOf(row) }));
}

/** Not those that only gave it another rank, because something was put beside it. */
function isAbout({ operations, patches }: Change, cardId: Id): boolean {
  if (operations.length > 0)
    return operations.some((operation) => 'cardId' in operation && operation.cardId === cardId);
  return patches.some((patch) => patch.entity === 'card' && patch.id === cardId);
}
