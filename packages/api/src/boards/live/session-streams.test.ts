import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testApp, type Person, type TestApp } from '../../testing.js';
import { createLive } from './live.js';
import type { Ending } from './watcher.js';

let app: TestApp;
let ann: Person;
beforeAll(async () => {
  app = await testApp();
  ann = await app.user();
});
afterAll(() => app.close());

describe('the streams of one session', () => {
  /** Streams of a process that lets a session hold two; `ends`: how each of them ended, if it has. */
  function openStreams() {
    const live = createLive({ db: app.services.db, clock: app.services.clock, streamsOfSession: 2 });
    const ends: (Ending | null)[] = [];
    const open = (boardId: string, tokenHash: string) => {
      const index = ends.push(null) - 1;
      const watching = { boardId, tokenHash, userId: ann.id, role: 'owner' as const, after: 0 };
      return live.watch(watching, {
        send: () => {},
        isFull: () => false,
        room: async () => {},
        end: (how) => (ends[index] = how),
      });
    };
    return { live, ends, open };
  }

  it('are bounded: one more cuts the oldest, to be resumed, and nobody else’s', async () => {
    const { live, ends, open } = openStreams();
    open(ann.boardId, 'hers');
    for (let index = 0; index < 3; index++) open(ann.boardId, 'mine');
    expect(ends).toEqual([null, { kind: 'cut' }, null, null]);
    expect(live.watchers()).toBe(3);
    live.stop();
  });

  it('are counted over all boards, and not once they have ended', async () => {
    const { live, ends, open } = openStreams();
    open(ann.boardId, 'mine');
    for (let index = 0; index < 5; index++) open('another', 'mine')();
    expect(ends[0]).toBeNull();
    for (let index = 0; index < 2; index++) open('another', 'mine');
    expect(ends[0]).toEqual({ kind: 'cut' });
    expect(live.watchers()).toBe(2);
    live.stop();
  });
});
