import type { Origin } from '@talkan/board/change';
import type { Id, Time } from '@talkan/board/model';
import type { Patch } from '@talkan/board/patch';
import type { Role } from '@talkan/board/roles';
import type { StorageTrouble } from '@talkan/board/storage-trouble';
import { tracked, type TrackedEnvelope } from '@trpc/server';

/** A change of the board's log, as those get it who keep a copy of the board. */
export interface PlainChange {
  readonly seq: number;
  readonly changeId: Id;
  readonly actorId: Id;
  readonly origin: Origin;
  readonly at: Time;
  readonly patches: readonly Patch[];
  /** The `seq` of the change that this one undoes. */
  readonly undoes?: number;
  /** The `seq` of the first one where it undoes a run of edits. */
  readonly undoesFrom?: number;
}

/** A change, as everybody who watches the board gets it: each once, in the order of `seq`, without a gap. */
export interface ChangeEvent extends PlainChange {
  readonly type: 'change';
}

/** Where a card in somebody's hand would go: between these neighbours, as in `card.move`. */
export interface DragPlace {
  readonly columnId: Id;
  readonly before: Id | null;
  readonly after: Id | null;
  /** What else is in that hand, and goes along. */
  readonly others?: readonly Id[];
}

/** A window in which somebody has this board open. */
export interface PresentPerson {
  /** The client's own: one person may have several windows open. */
  readonly clientId: Id;
  readonly userId: Id;
  readonly name: string;
  /** The card that is open there. */
  readonly cardId: Id | null;
  /** The card or column that is being dragged there. */
  readonly draggingId: Id | null;
  /** Where it would go; `null` where nothing is dragged, or where that is not told. */
  readonly place: DragPlace | null;
}

/** Everybody who is there, the watcher's own windows among them. */
export interface PresenceEvent {
  readonly type: 'presence';
  readonly people: readonly PresentPerson[];
}

/** What the watcher may do on the board: at the start, and once more when it is another role; the stream ends then, to be resumed. */
export interface RoleEvent {
  readonly type: 'role';
  readonly role: Role;
}

/** Whether the server can save what it is sent: told at the start where it cannot, and whenever that is another. */
export interface StorageEvent {
  readonly type: 'storage';
  /** Why it cannot, as a sentence for a person; null: it can. One event is for many: who has a language of their own says `trouble`. */
  readonly problem: string | null;
  readonly trouble: StorageTrouble | null;
}

/** How many notices the watcher's person has not read, on all boards: told at the start, and whenever it is another number. */
export interface NoticesEvent {
  readonly type: 'notices';
  readonly unread: number;
}

/** The watcher is too far behind, or ahead of the board: it has to load the board anew. The stream ends with it. */
export interface ResetEvent {
  readonly type: 'reset';
}

/**
 * What `boards.watch` yields. A change is tracked by its `seq`.
 *
 * An EventSource repeats the last id on every later message, and tRPC's link then wraps those messages, too: over HTTP a client gets
 * `{id, data: event}` also for an event that is not tracked, once it has seen a change.
 */
export type LiveItem =
  | TrackedEnvelope<ChangeEvent>
  | PresenceEvent
  | RoleEvent
  | StorageEvent
  | NoticesEvent
  | ResetEvent;

/** One event for any number of watchers: as text, which is made once, and as data for whoever wants it so. */
export interface LiveEvent {
  /** Set for a change: the watcher's position after it. */
  readonly seq: number | null;
  readonly json: string;
  item(): LiveItem;
}

/** A change whose text stands in the log already is not read and written again. */
export function changeEvent(seq: number, json: string): LiveEvent {
  return { seq, json, item: () => tracked(String(seq), JSON.parse(json) as ChangeEvent) };
}

export function plainEvent(event: Exclude<LiveItem, TrackedEnvelope<ChangeEvent>>): LiveEvent {
  return { seq: null, json: JSON.stringify(event), item: () => event };
}

export function presenceEvent(people: readonly PresentPerson[]): LiveEvent {
  return plainEvent({ type: 'presence', people });
}
