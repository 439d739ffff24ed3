import type { Change, Origin } from '@talkan/board/change';
import type { Id } from '@talkan/board/model';
import { type Selectable, sql } from 'kysely';
import { changeOf, type LoggedChange } from '../boards/log.js';
import { readRun, readRunAround } from '../boards/runs.js';
import type { Queries } from '../db/open.js';
import type { ChangesTable } from '../db/tables.js';
import type { UndoChains } from './undo-chains.js';

/** Part of a board's log: before `top`, from `bottom` on. */
export interface EntriesRequest {
  readonly boardId: Id;
  readonly top: number;
  readonly bottom: number;
  /** How many are read at once. */
  readonly limit: number;
  readonly actorId?: Id | undefined;
  readonly cardId?: Id | undefined;
  readonly origin?: Origin | undefined;
  readonly chains: UndoChains;
}

/** The changes of one entry, oldest first, and the name of who made them. */
export interface LoggedEntry {
  readonly name: string;
  readonly run: readonly LoggedChange[];
}

/** The log from the last change back, each run of edits at its last change. One that ends at `top` or later is passed over. */
export async function* readEntries(db: Queries, request: EntriesRequest): AsyncGenerator<LoggedEntry> {
  const { chains, cardId } = request;
  const told = new Set<number>();
  const authors = new Set<Id>();
  let { top } = request;
  for (;;) {
    const rows = await findRows(db, { ...request, top });
    for (const { username: name, ...row } of rows) {
      top = row.seq;
      if (told.has(row.seq)) continue;
      const change = changeOf(row);
      if (cardId !== undefined && !isAbout(change, cardId)) continue;
      // Of each author only the last change before `top` can be in a run that goes on after it.
      const read = authors.has(change.actorId) ? readRun : readRunAround;
      authors.add(change.actorId);
      const run = await read(db, change, chains.undoneBy);
      for (const { seq } of run) told.add(seq);
      if ((run.at(-1)?.seq ?? 0) < request.top) yield { name, run };
    }
    if (rows.length < request.limit) return;
  }
}

type Row = Selectable<ChangesTable> & { readonly username: string };

async function findRows(db: Queries, request: Omit<EntriesRequest, 'chains'>): Promise<Row[]> {
  const { boardId, actorId, cardId, origin, limit, top, bottom } = request;
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
  return query.orderBy('changes.seq', 'desc').limit(limit).execute();
}

/** Not those that only gave it another rank, because something was put beside it. */
function isAbout({ operations, patches }: Change, cardId: Id): boolean {
  if (operations.length > 0)
    return operations.some((operation) => 'cardId' in operation && operation.cardId === cardId);
  return patches.some((patch) => patch.entity === 'card' && patch.id === cardId);
}
