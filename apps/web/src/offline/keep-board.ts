import type { Id } from '@talkan/board/model';
import { sessionEnded } from '../auth/session';
import type { BoardStore } from '../sync/board-state';
import { watchForPause } from '../ui/pause';
import { boardAnswer } from './answer-names';
import type { Answers } from './answers';
import type { Database } from './database';
import { keepBoardAnswer } from './keep-boards';

/** A board that has rested this long is written; one that never rests, now and then. */
const REST_MS = 3000;
const AT_LEAST_EVERY_MS = 30_000;
/** For so much longer it waits for whoever is in the middle of something. */
const PATIENCE_MS = 60_000;

interface KeepingPlaces {
  readonly answers: Pick<Answers, 'forget'>;
  readonly database: Database;
}

/**
 * Keeps the confirmed board, from which the page opens while the server is away. A large board takes some 50 ms to write: not at each
 * change, and not while somebody drags, scrolls or types, but at rest and when the page is put away. Returns the way to stop it.
 */
export function keepBoard(store: BoardStore, userId: Id, { answers, database }: KeepingPlaces): () => void {
  let written: number | undefined;
  let since: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = new AbortController();
  const name = boardAnswer(store.getState().board.id);
  const pause = watchForPause(window);

  function write(): void {
    clearTimeout(timer);
    since = undefined;
    const { gone } = store.getState();
    const value = store.confirmed();
    if (sessionEnded.get() || (!gone && value.seq === written)) return;
    written = value.seq;
    const done = gone ? answers.forget(name) : keepBoardAnswer(database, userId, value);
    // A browser that keeps nothing opens nothing without the server.
    done.catch(() => {});
  }

  function writeIn(milliseconds: number): void {
    clearTimeout(timer);
    timer = setTimeout(writeAtPause, milliseconds);
  }

  function writeAtPause(): void {
    const wait = pause.comesIn();
    const waited = Date.now() - (since ?? Date.now());
    if (wait === 0 || waited > AT_LEAST_EVERY_MS + PATIENCE_MS) write();
    else writeIn(wait);
  }

  function writeSoon(): void {
    since ??= Date.now();
    writeIn(Math.min(REST_MS, Math.max(0, since + AT_LEAST_EVERY_MS - Date.now())));
  }

  const { signal } = stop;
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && write(), { signal });
  addEventListener('pagehide', write, { signal });
  const releases = [
    store.subscribe(writeSoon),
    sessionEnded.subscribe(() => {
      // What was kept went with the session.
      written = undefined;
      writeSoon();
    }),
  ];
  writeSoon();
  return () => {
    for (const release of releases) release();
    stop.abort();
    pause.stop();
    write();
  };
}
