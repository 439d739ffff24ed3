import type { Id } from '@talkan/board/model';
import type { Role } from '@talkan/board/roles';
import type { StorageTrouble } from '@talkan/board/storage-trouble';
import type { StorageState } from '../../db/storage.js';
import { plainEvent, type LiveEvent } from './events.js';

/** How a stream ends. */
export type Ending =
  /** Nothing more is to come: not to be watched again like this. */
  | { readonly kind: 'done' }
  /** The server ends, the watcher is too slow, or has another role now: to be resumed after the last change that arrived. */
  | { readonly kind: 'cut' }
  | { readonly kind: 'failed'; readonly error: unknown };

/** Where a watcher's events go: a socket, or somebody in this process. Nothing is called after `end`. */
export interface Sink {
  /** Takes it, at once. */
  send(event: LiveEvent): void;
  /** Whether more is waiting in it than its reader will ever catch up with. */
  isFull(): boolean;
  /** Resolves once what it took is nearly gone, or it is clear that it will not go. */
  room(): Promise<void>;
  end(ending: Ending): void;
}

/** Who watches, and from where on. */
export interface Watching {
  readonly boardId: Id;
  /** What the watcher may do as long as it holds this session. */
  readonly tokenHash: string;
  readonly role: Role;
  readonly userId: Id;
  /** The last change that it knows. */
  readonly after: number;
}

/** One watcher of a feed: keeps the order and each event once, whatever comes from whom. */
export interface Watcher {
  readonly tokenHash: string;
  readonly userId: Id;
  readonly sink: Sink;
  /** What it was let in with. */
  readonly role: Role;
  /** `seq` of the last change that it was given. */
  position: number;
  /** Who is there, as it was last told. */
  presence: string;
  /** Why nothing can be saved, as it was last told. */
  trouble: StorageTrouble | null;
  /** How many notices its person has not read, as it was last told; `null`: not yet. */
  unread: number | null;
  /** Whether it has caught up with the log, and gets what comes as it comes. */
  live: boolean;
  ended: boolean;
}

/** Gives a watcher what it does not have yet. */
export function give(watcher: Watcher, event: LiveEvent): void {
  if (watcher.ended) return;
  if (event.seq !== null) {
    if (event.seq <= watcher.position) return;
    watcher.position = event.seq;
  }
  watcher.sink.send(event);
}

/** Tells a watcher why nothing can be saved, or that it can, unless it knows. */
export function giveTrouble(watcher: Watcher, { trouble, message }: StorageState): void {
  if (watcher.trouble === trouble) return;
  watcher.trouble = trouble;
  give(watcher, plainEvent({ type: 'storage', problem: message, trouble }));
}

/** Tells a watcher how many notices its person has not read, unless it knows. */
export function giveUnread(watcher: Watcher, unread: number): void {
  if (watcher.unread === unread) return;
  watcher.unread = unread;
  give(watcher, plainEvent({ type: 'notices', unread }));
}
