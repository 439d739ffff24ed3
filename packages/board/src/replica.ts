import { applyPatches } from './board.js';
import type { DecideContext } from './decide-context.js';
import { decideChange } from './decide.js';
import type { Board, Card, Column, Id, Time } from './model.js';
import type { Operation } from './operations.js';
import type { Patch } from './patch.js';
import { isRefusal, type Refusal } from './refusal.js';
import { keepArchived } from './archive-memory.js';

/** A change of one's own that the server has not answered yet. */
export interface PendingChange {
  readonly changeId: Id;
  readonly operations: readonly Operation[];
  readonly now: Time;
}

/** A committed change, from a commit's own answer or from anyone who tells of it. */
export interface Committed {
  readonly seq: number;
  readonly changeId: Id;
  readonly patches: readonly Patch[];
}

/** A client's copy of a board: what is confirmed, and what is pending decided on top of it, each time anew. Immutable. */
export interface Replica {
  readonly author: Pick<DecideContext, 'actorId' | 'role'>;
  readonly confirmed: Board;
  /** In the order in which they are sent, one at a time. */
  readonly pending: readonly PendingChange[];
  /** What the screen shows. */
  readonly view: Board;
  /** Pending changes that the view cannot show, because on top of the board as it is they are refused. The server's answer counts. */
  readonly hidden: ReadonlySet<Id>;
  /** Committed changes that came before one that is still missing, by `seq`. */
  readonly early: ReadonlyMap<number, Committed>;
  /** Archived rows that this copy has seen leave, by `loadedKey`. */
  readonly archive: ReadonlyMap<string, Card | Column>;
}

export function createReplica(confirmed: Board, author: Replica['author']): Replica {
  return { author, confirmed, pending: [], view: confirmed, hidden: new Set(), early: new Map(), archive: new Map() };
}

/** Adds a change of one's own, shown at once; or says why it cannot be made. */
export function enqueue(replica: Replica, change: PendingChange): Replica | Refusal {
  const decided = decideChange(replica.view, change.operations, contextOf(replica, change));
  if (isRefusal(decided)) return decided;
  return { ...replica, pending: [...replica.pending, change], view: decided.board };
}

/** Puts changes back that were pending before a reload, in order, also where they cannot be shown by now. */
export function requeue(replica: Replica, changes: readonly PendingChange[]): Replica {
  return rebase({ ...replica, pending: [...replica.pending, ...changes] });
}

/**
 * Takes in a committed change: once, in order, whoever tells of it. One that comes too early is kept.
 * @returns `gap`: changes before it are missing; get the log since `confirmed.seq`, or the whole board
 */
export function receive(replica: Replica, change: Committed): { readonly replica: Replica; readonly gap: boolean } {
  const pending = replica.pending.filter((mine) => mine.changeId !== change.changeId);
  const settled = pending.length === replica.pending.length ? replica : { ...replica, pending };
  if (change.seq <= replica.confirmed.seq)
    return { replica: settled === replica ? replica : rebase(settled), gap: false };
  const early = new Map(settled.early).set(change.seq, change);
  const caughtUp = applyEarly({ ...settled, early });
  return { replica: rebase(caughtUp), gap: caughtUp.early.size > 0 };
}

/** Takes a pending change out that the server refused. */
export function refusePending(replica: Replica, changeId: Id): Replica {
  return rebase({ ...replica, pending: replica.pending.filter((change) => change.changeId !== changeId) });
}

/** Goes on from a newer whole board. An older one than is confirmed is passed over: nobody sees the board go back. */
export function resync(replica: Replica, board: Board): Replica {
  if (board.seq <= replica.confirmed.seq) return replica;
  return rebase(applyEarly({ ...replica, confirmed: board }));
}

function applyEarly(replica: Replica): Replica {
  const early = new Map(replica.early);
  const archive = new Map(replica.archive);
  let { confirmed } = replica;
  for (const seq of early.keys()) if (seq <= confirmed.seq) early.delete(seq);
  for (let next = early.get(confirmed.seq + 1); next; next = early.get(confirmed.seq + 1)) {
    confirmed = applyPatches(confirmed, next.patches, next.seq);
    keepArchived(archive, next.patches);
    early.delete(next.seq);
  }
  return { ...replica, confirmed, early, archive };
}

function rebase(replica: Replica): Replica {
  const hidden = new Set<Id>();
  let view = replica.confirmed;
  for (const change of replica.pending) {
    const decided = decideChange(view, change.operations, contextOf(replica, change));
    if (isRefusal(decided)) hidden.add(change.changeId);
    else view = decided.board;
  }
  return { ...replica, view, hidden };
}

function contextOf(replica: Replica, change: PendingChange): DecideContext {
  return { ...replica.author, now: change.now, loaded: replica.archive };
}
