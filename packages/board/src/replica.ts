import { applyPatches } from './board.js';
import { loadedKey, type DecideContext, type LoadedRow } from './decide-context.js';
import { decideChange } from './decide.js';
import type { Board, Comment, Id, Time } from './model.js';
import type { Operation } from './operations.js';
import type { Patch } from './patch.js';
import { isRefusal, type Refusal } from './refusal.js';
import { keepArchived } from './archive-memory.js';

/** A change of one's own that the confirmed board does not hold yet. */
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
  /** What is not on the board and known all the same, by `loadedKey`: archived rows that this copy has seen leave, and comments. */
  readonly archive: ReadonlyMap<string, LoadedRow>;
  /** The same for the view: what a pending change archives, the next one can restore. */
  readonly viewArchive: ReadonlyMap<string, LoadedRow>;
  /** Another number whenever changes were passed over: what is known of comments may be out of date then. */
  readonly leaps: number;
}

export function createReplica(confirmed: Board, author: Replica['author']): Replica {
  return rebase({ author, confirmed, pending: [], early: new Map(), archive: new Map(), leaps: 0 });
}

/** Adds a change of one's own, shown at once; or says why it cannot be made. */
export function enqueue(replica: Replica, change: PendingChange): Replica | Refusal {
  const decided = decidePending(replica, change);
  if (isRefusal(decided)) return decided;
  return { ...replica, ...decided, pending: [...replica.pending, change] };
}

/** Puts changes back that were pending before a reload, in order, also where they cannot be shown by now. */
export function requeue(replica: Replica, changes: readonly PendingChange[]): Replica {
  return rebase({ ...replica, pending: [...replica.pending, ...changes] });
}

/**
 * Takes in a committed change: once, in order, whoever tells of it. One that comes too early is kept; one's own stays pending and
 * shown until its turn, else the screen would go back for as long as the gap lasts.
 * @returns `gap`: changes before it are missing; get the log since `confirmed.seq`, or the whole board
 */
export function receive(replica: Replica, change: Committed): { readonly replica: Replica; readonly gap: boolean } {
  if (change.seq <= replica.confirmed.seq) {
    return { replica: withoutPending(replica, new Set([change.changeId])), gap: false };
  }
  const caughtUp = applyEarly({ ...replica, early: new Map(replica.early).set(change.seq, change) });
  return { replica: caughtUp, gap: caughtUp.early.size > 0 };
}

/** Takes a pending change out that the server refused. */
export function refusePending(replica: Replica, changeId: Id): Replica {
  return withoutPending(replica, new Set([changeId]));
}

/** Goes on from a newer whole board. An older one than is confirmed is passed over: nobody sees the board go back. */
export function resync(replica: Replica, board: Board): Replica {
  if (board.seq <= replica.confirmed.seq) return replica;
  return applyEarly({ ...replica, confirmed: board, leaps: replica.leaps + 1 });
}

/**
 * Takes in comments as they stand, so that they can be changed. What is committed later keeps them up to date.
 * @param instead of all that was known of this card's comments
 */
export function remember(replica: Replica, comments: readonly Comment[], instead?: Id): Replica {
  const isKept = ([, row]: [string, LoadedRow]) => !('authorId' in row && row.cardId === instead);
  const archive = new Map([...replica.archive].filter(isKept));
  for (const comment of comments) archive.set(loadedKey('comment', comment.id), comment);
  return rebase({ ...replica, archive });
}

/** Applies what is in order by now, and lets go of what the confirmed board holds. */
function applyEarly(replica: Replica): Replica {
  const early = new Map(replica.early);
  const archive = new Map(replica.archive);
  let { confirmed } = replica;
  for (let next = early.get(confirmed.seq + 1); next; next = early.get(confirmed.seq + 1)) {
    confirmed = applyPatches(confirmed, next.patches, next.seq);
    keepArchived(archive, next.patches);
  }
  const held = [...early.values()].filter(({ seq }) => seq <= confirmed.seq);
  for (const { seq } of held) early.delete(seq);
  const done = new Set(held.map(({ changeId }) => changeId));
  const pending = replica.pending.filter(({ changeId }) => !done.has(changeId));
  return rebase({ ...replica, confirmed, early, archive, pending });
}

function withoutPending(replica: Replica, changeIds: ReadonlySet<Id>): Replica {
  const pending = replica.pending.filter(({ changeId }) => !changeIds.has(changeId));
  return pending.length === replica.pending.length ? replica : rebase({ ...replica, pending });
}

type Shown = Pick<Replica, 'view' | 'viewArchive'>;

/** Decides all that is pending anew, on top of the confirmed board. */
function rebase(replica: Omit<Replica, 'hidden' | keyof Shown>): Replica {
  const hidden = new Set<Id>();
  let shown: Shown = { view: replica.confirmed, viewArchive: replica.archive };
  for (const change of replica.pending) {
    const decided = decidePending({ ...shown, author: replica.author }, change);
    if (isRefusal(decided)) hidden.add(change.changeId);
    else shown = decided;
  }
  return { ...replica, ...shown, hidden };
}

/** What the screen shows with one change more. */
function decidePending(replica: Shown & Pick<Replica, 'author'>, change: PendingChange): Shown | Refusal {
  const { author, view, viewArchive } = replica;
  const context: DecideContext = { ...author, now: change.now, loaded: viewArchive, filesElsewhere: true };
  const decided = decideChange(view, change.operations, context);
  if (isRefusal(decided)) return decided;
  const archive = new Map(viewArchive);
  keepArchived(archive, decided.patches);
  return { view: decided.board, viewArchive: archive };
}
