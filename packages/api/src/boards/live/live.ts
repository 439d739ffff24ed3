import type { Id } from '@talkan/board/model';
import type { Clock } from '../../clock.js';
import type { Db } from '../../db/open.js';
import { StorageError } from '../../db/storage-error.js';
import { createFeed, type Feed } from './feed.js';
import { databaseVersion } from './read.js';
import { createSessionStreams } from './session-streams.js';
import type { Ending, Sink, Watching } from './watcher.js';

/** How often the database is asked whether another process has written. */
const POLL_MS = 75;
/** Sessions and sightings expire without anybody writing. */
const LOOK_AGAIN_MS = 1_000;

/** Everybody in this process who watches a board. */
export interface Live {
  /** To be called after the COMMIT of whatever those who watch this board want to know. */
  wake(boardId: Id): void;
  /** Gives the sink all that happens, and returns how to stop. Of too many streams of one session the oldest is cut. */
  watch(watching: Watching, sink: Sink): () => void;
  /** Cuts all streams, and those that are still to come: their clients go on elsewhere. */
  stop(): void;
  /** How many streams are open. */
  watchers(): number;
}

export interface LiveOptions {
  readonly db: Db;
  readonly clock: Clock;
  /** How many streams one session may hold open. */
  readonly streamsOfSession?: number;
}

export function createLive({ db, clock, streamsOfSession }: LiveOptions): Live {
  const feeds = new Map<Id, Feed>();
  const sessions = createSessionStreams(streamsOfSession);
  let stopped = false;
  let timer: NodeJS.Timeout | null = null;
  let version = '';
  let lookedAt = 0;

  const wakeAll = () => {
    for (const feed of feeds.values()) feed.wake();
  };
  const unlisten = db.storage.listen(wakeAll);

  async function poll(): Promise<void> {
    timer = null;
    try {
      const now = await databaseVersion(db.read);
      if (now !== version || performance.now() - lookedAt >= LOOK_AGAIN_MS) {
        version = now;
        lookedAt = performance.now();
        wakeAll();
      }
    } catch (error) {
      // A disk that is in the way now may not be later: who watches is told, and stays.
      if (!(error instanceof StorageError)) for (const feed of feeds.values()) feed.end({ kind: 'failed', error });
    }
    schedule();
  }

  function schedule(): void {
    if (feeds.size === 0 || stopped || timer !== null) return;
    timer = setTimeout(() => void poll(), POLL_MS);
  }

  function feedOf(boardId: Id): Feed {
    const existing = feeds.get(boardId);
    if (existing) return existing;
    const feed = createFeed({
      db,
      clock,
      boardId,
      onEmpty: () => {
        if (feeds.get(boardId) === feed) feeds.delete(boardId);
      },
    });
    feeds.set(boardId, feed);
    schedule();
    return feed;
  }

  return {
    wake: (boardId) => feeds.get(boardId)?.wake(),
    watchers: () => [...feeds.values()].reduce((sum, feed) => sum + feed.size(), 0),
    watch(watching, sink) {
      if (stopped) {
        sink.end({ kind: 'cut' });
        return () => {};
      }
      const cut = () => end({ kind: 'cut' });
      const leave = sessions.enter(watching.tokenHash, cut);
      const detach = feedOf(watching.boardId).attach(watching, { ...sink, end });
      function stop(): void {
        leave();
        detach();
      }
      function end(ending: Ending): void {
        stop();
        sink.end(ending);
      }
      return stop;
    },
    stop() {
      stopped = true;
      unlisten();
      if (timer !== null) clearTimeout(timer);
      timer = null;
      for (const feed of feeds.values()) feed.end({ kind: 'cut' });
    },
  };
}
