import { setImmediate as nextTurn } from 'node:timers/promises';
import { refuse } from '@talkan/board/refusal';
import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import type { Clock } from '../../clock.js';
import type { Db } from '../../db/open.js';
import { StorageError } from '../../db/storage-error.js';
import { countUnread } from '../../notices/read.js';
import { ApiError, RefusalError } from '../../refusal-error.js';
import { plainEvent, type LiveEvent } from './events.js';
import { readPresence } from './presence.js';
import { readChanges, readRoles } from './read.js';
import { give, giveTrouble, giveUnread, type Ending, type Sink, type Watcher, type Watching } from './watcher.js';

/** Watchers that are written to in one turn of the loop: others must get their answers in between. */
const PER_TURN = 50;

/** One board, and everybody in this process who watches it. */
export interface Feed {
  /** Looks for what is new, once the present turn of the loop is over. */
  wake(): void;
  /** Returns how to stop. */
  attach(watching: Watching, sink: Sink): () => void;
  end(ending: Ending): void;
  size(): number;
}

export interface FeedOptions {
  readonly db: Db;
  readonly clock: Clock;
  readonly boardId: Id;
  /** Nobody watches any more. */
  readonly onEmpty: () => void;
}

export function createFeed({ db, clock, boardId, onEmpty }: FeedOptions): Feed {
  const watchers = new Set<Watcher>();
  /** `seq` up to which everybody who is live has been served. */
  let head: number | null = null;
  let presence: LiveEvent | null = null;
  let sweeping = false;
  let again = false;

  function leave(watcher: Watcher): void {
    watcher.ended = true;
    if (watchers.delete(watcher) && watchers.size === 0) onEmpty();
  }

  function close(watcher: Watcher, ending: Ending): void {
    if (watcher.ended) return;
    leave(watcher);
    watcher.sink.end(ending);
  }

  function end(ending: Ending): void {
    for (const watcher of watchers) close(watcher, ending);
  }

  function wake(): void {
    again = true;
    if (sweeping) return;
    sweeping = true;
    void sweepWhileWoken();
  }

  async function sweepWhileWoken(): Promise<void> {
    while (again && watchers.size > 0) {
      await nextTurn();
      again = false;
      try {
        await sweep();
      } catch (error) {
        // What cannot be read just now is read at the next wake; meanwhile they are told why nothing comes.
        if (error instanceof StorageError) for (const watcher of watchers) giveTrouble(watcher, db.storage.state());
        else end({ kind: 'failed', error });
      }
    }
    sweeping = false;
  }

  /** Rights first: nobody gets a change who may no longer see the board. */
  async function sweep(): Promise<void> {
    await checkRights();
    for (;;) {
      const after = head;
      const changes = after === null ? [] : await readChanges(db.read, boardId, after);
      const last = changes.at(-1)?.seq;
      if (last === undefined || last === null) break;
      // Set before anybody is served: who catches up meanwhile knows how far it has to come by itself.
      head = last;
      await serve(changes);
    }
    presence = await readPresence(db.read, boardId, clock);
    await serve([]);
    await tellUnread(db, watchers);
  }

  async function checkRights(): Promise<void> {
    const asked = new Set([...watchers].map((watcher) => watcher.tokenHash));
    const roles = await readRoles(db.read, boardId, { tokenHashes: [...asked], clock });
    for (const watcher of watchers) {
      // Who came while the question was on its way has just been let in.
      if (!asked.has(watcher.tokenHash)) continue;
      const role = roles.get(watcher.tokenHash);
      if (role === undefined) close(watcher, { kind: 'failed', error: signedOut() });
      else if (role === null) close(watcher, { kind: 'failed', error: removed(boardId) });
      else if (role !== watcher.role) {
        // Told, and over: whoever resumes is let in anew, with what they may do now.
        give(watcher, plainEvent({ type: 'role', role }));
        close(watcher, { kind: 'cut' });
      }
    }
  }

  /** Gives everybody who is live these changes, then who is there if that is news. */
  async function serve(changes: readonly LiveEvent[]): Promise<void> {
    let served = 0;
    for (const watcher of watchers) {
      if (!watcher.live) continue;
      for (const change of changes) give(watcher, change);
      tellPresence(watcher);
      giveTrouble(watcher, db.storage.state());
      if (watcher.sink.isFull()) close(watcher, { kind: 'cut' });
      served += 1;
      if (served % PER_TURN === 0) await nextTurn();
    }
  }

  function tellPresence(watcher: Watcher): void {
    if (presence === null || watcher.presence === presence.json) return;
    watcher.presence = presence.json;
    give(watcher, presence);
  }

  /** Reads the log for one watcher, at its own pace, until it is where the feed is. */
  async function catchUp(watcher: Watcher): Promise<void> {
    while (!watcher.ended) {
      if (head !== null && watcher.position >= head) break;
      const changes = await readChanges(db.read, boardId, watcher.position);
      // Not the end of it where a sweep has meanwhile gone further: then the log is asked once more.
      if (changes.length === 0) head ??= watcher.position;
      for (const change of changes) {
        give(watcher, change);
        await watcher.sink.room();
        if (watcher.ended) return;
        if (watcher.sink.isFull()) return close(watcher, { kind: 'cut' });
      }
    }
    watcher.live = true;
    wake();
  }

  async function start(watcher: Watcher): Promise<void> {
    try {
      give(watcher, plainEvent({ type: 'role', role: watcher.role }));
      const present = await readPresence(db.read, boardId, clock);
      watcher.presence = present.json;
      give(watcher, present);
      giveTrouble(watcher, db.storage.state());
      await catchUp(watcher);
    } catch (error) {
      close(watcher, { kind: 'failed', error });
    }
  }

  function attach({ tokenHash, role, userId, after }: Watching, sink: Sink): () => void {
    const begun = { position: after, presence: '', trouble: null, unread: null, live: false, ended: false };
    const watcher: Watcher = { tokenHash, role, userId, sink, ...begun };
    watchers.add(watcher);
    void start(watcher);
    return () => leave(watcher);
  }

  return { wake, attach, end, size: () => watchers.size };
}

/** On whatever board somebody was told of something. */
async function tellUnread(db: Db, watchers: ReadonlySet<Watcher>): Promise<void> {
  const asked = new Set([...watchers].map(({ userId }) => userId));
  const unread = await countUnread(db.lookUp, [...asked]);
  for (const watcher of watchers) {
    if (asked.has(watcher.userId)) giveUnread(watcher, unread.get(watcher.userId) ?? 0);
  }
}

function signedOut(): ApiError {
  return new ApiError({ kind: 'unauthorized', message: t`Sign in first.` });
}

function removed(boardId: Id): RefusalError {
  return new RefusalError(refuse('not_found', t`There is no such board, or it is not shared with you.`, [boardId]));
}
