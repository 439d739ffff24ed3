import { applyPatches } from '@talkan/board/board';
import type { Origin } from '@talkan/board/change';
import type { Board, Id, Time } from '@talkan/board/model';
import { invertPatches } from '@talkan/board/patch';
import { tellChange, type ToldChange } from '@talkan/board/tell-change';
import { foldRun } from '@talkan/board/run';
import { readBoard, rewind } from '../boards/load.js';
import type { LoggedChange } from '../boards/log.js';
import type { Services } from '../context.js';
import type { Queries } from '../db/open.js';
import { readEntries } from './entries.js';
import { createUserNames } from '../boards/user-names.js';
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
  /** Leaves out what was said in comments. */
  readonly withoutComments?: boolean | undefined;
  /** How far the board's log was when the request came in. */
  readonly now: number;
}

/** A change, or a person's run of edits, told as one. */
export interface HistoryEntry extends ToldChange {
  /** Of a run: the last change. */
  readonly seq: number;
  /** The first change of a run; else the same as `seq`. */
  readonly from: number;
  /** Of a run: when it ended. */
  readonly at: Time;
  /** When a run began; else the same as `at`. */
  readonly began: Time;
  /** How many changes it is. */
  readonly changes: number;
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
  const chains = await readUndoChains(read, request.boardId);
  const entries: HistoryEntry[] = [];
  const names = createUserNames(read);
  let current = board;
  for await (const { name, run } of readEntries(read, { ...request, chains, top, bottom })) {
    const change = foldRun(run);
    const { seq, at, origin, actorId, undoes = null } = change;
    const { seq: from, at: began } = run[0] ?? change;
    const { before, rest } = await boardsAround(read, current, run);
    current = rest;
    await names.learn(change);
    const { cardId, withoutComments } = request;
    const { nameOf } = names;
    const told = tellChange(before, change, { undone: chains.undone(seq), cardId, withoutComments, nameOf });
    // An undo also gives neighbours of what it was about other ranks.
    if (told.count === 0 && (cardId !== undefined || withoutComments)) continue;
    const actor = { id: actorId, name };
    entries.push({ seq, from, at, began, changes: run.length, actor, origin, undoes, ...told });
    if (entries.length < request.limit) continue;
    // What others did in the middle of a run is yet to be told.
    const reached = seq - from + 1 === run.length ? from : seq;
    return { entries, next: reached > 1 ? reached : null };
  }
  return { entries, next: bottom > 1 ? bottom : null };
}

/** @param later a board some time after the run; `before`: what it changed; `rest`: where to go on further back */
async function boardsAround(
  db: Queries,
  later: Board,
  run: readonly LoggedChange[],
): Promise<{ readonly before: Board; readonly rest: Board }> {
  const { seq, patches } = foldRun(run);
  const after = await rewind(db, later, seq);
  if (!after) throw new Error(`Change ${seq} is not before ${later.seq}`);
  const before = applyPatches(after, invertPatches(patches), seq - 1);
  // Without a run, but with what others did in the middle of it, it is a board that never was.
  return { before, rest: run.length === 1 ? before : after };
}
