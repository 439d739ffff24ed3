import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isTrackedEnvelope } from '@trpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, testApp, type Person, type TestApp } from '../../testing.js';
import type { ChangeEvent, LiveItem, PresentPerson } from './events.js';
import { createLive } from './live.js';
import type { Ending } from './watcher.js';

const eventually = <T>(read: () => T, options: { timeout?: number; interval?: number } = {}) =>
  expect.poll(read, { timeout: 10_000, ...options });

type Caller = Person['caller'];

let folder = '';
let app: TestApp;
let other: TestApp;
let ann: Person;

// Two openings of one file with nothing in common: what two processes are.
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talkan-live-'));
  const databaseUrl = `file:${join(folder, 'talkan.db')}`;
  app = await testApp({ databaseUrl });
  other = await testApp({ databaseUrl });
  ann = await app.user('ann');
});
afterEach(async () => {
  await Promise.all([app.close(), other.close()]);
  await rm(folder, { recursive: true });
});

const rename = (caller: Caller, title: string, boardId = ann.boardId) =>
  caller.boards.commit({ boardId, changeId: randomUUID(), operations: [{ type: 'board.rename', title }] });

/** Somebody who watches and keeps what arrives. */
async function watch(caller: Caller, lastEventId?: string, boardId = ann.boardId) {
  const stream = await caller.boards.watch({ boardId, ...(lastEventId === undefined ? {} : { lastEventId }) });
  const iterator = stream[Symbol.asyncIterator]();
  const items: LiveItem[] = [];
  const changes: ChangeEvent[] = [];
  const people: (readonly PresentPerson[])[] = [];
  const roles: string[] = [];
  const ended = (async () => {
    for (;;) {
      const next = await iterator.next();
      if (next.done) return 'ended';
      // The types tell what arrives over HTTP; here it is the envelope itself.
      const item = next.value as unknown as LiveItem;
      items.push(item);
      if (isTrackedEnvelope(item)) changes.push(item[1]);
      else if (item.type === 'presence') people.push(item.people);
      else if (item.type === 'role') roles.push(item.role);
    }
  })();
  ended.catch(() => {});
  await eventually(() => people.length + items.length).toBeGreaterThan(0);
  return {
    items,
    changes,
    people,
    roles,
    ended,
    seqs: () => changes.map((change) => change.seq),
    stop: () => iterator.return?.(),
  };
}

describe('watching a board', () => {
  it('tells role and people at the start, then each change as it is committed', async () => {
    const watcher = await watch(ann.caller);
    await eventually(() => watcher.people).toEqual([[]]);
    expect(watcher.roles).toEqual(['owner']);
    const { seq, patches } = await rename(ann.caller, 'Live');
    await eventually(() => watcher.changes).toHaveLength(1);
    expect(watcher.changes[0]).toMatchObject({ type: 'change', seq, patches, actorId: ann.id, origin: 'rest' });
    await ann.caller.boards.undo({ boardId: ann.boardId, seq, changeId: 'undo-1' });
    await eventually(() => watcher.changes.at(-1)).toMatchObject({ changeId: 'undo-1', origin: 'undo', undoes: seq });
    const [first] = watcher.items.filter((item) => isTrackedEnvelope(item));
    expect(first?.[0]).toBe(String(seq));
    await watcher.stop();
    expect(await watcher.ended).toBe('ended');
    expect(app.services.live.watchers()).toBe(0);
  });

  it('goes on after the last change that was seen, however many came since', async () => {
    for (let index = 0; index < 450; index++) await rename(ann.caller, `Title ${index}`);
    const all = await watch(ann.caller, '1');
    await eventually(() => all.changes.length).toBe(450);
    expect(all.seqs()).toEqual(Array.from({ length: 450 }, (_, index) => index + 2));
    const last = await watch(ann.caller, '450');
    await eventually(last.seqs).toEqual([451]);
  });

  it('gives each change once and in order to watchers who come while changes are made in two processes', async () => {
    const elsewhere = other.callerFor({ bearer: ann.token });
    const commits = Array.from({ length: 120 }, (_, index) => rename(index % 2 ? ann.caller : elsewhere, `T ${index}`));
    const watchers = [];
    for (let index = 0; index < 20; index++) {
      watchers.push(await watch(index % 2 ? ann.caller : elsewhere, '1'));
      await wait(5);
    }
    await Promise.all(commits);
    const expected = Array.from({ length: 120 }, (_, index) => index + 2);
    for (const watcher of watchers) {
      await eventually(() => watcher.changes.length).toBe(120);
      expect(watcher.seqs()).toEqual(expected);
    }
  });

  it('says nothing of other boards', async () => {
    const bob = await app.user('bob');
    const watcher = await watch(ann.caller);
    await rename(bob.caller, 'Bob’s', bob.boardId);
    await rename(ann.caller, 'Ann’s');
    await eventually(() => watcher.seqs()).toEqual([2]);
  });

  it.each([
    ['ahead of the board', '17'],
    ['more than 2,000 changes behind', '0'],
  ])('starts afresh for who is %s', async (_case, lastEventId) => {
    await app.services.db.write
      .updateTable('boards')
      .set({ seq: lastEventId === '0' ? 2_001 : 1 })
      .execute();
    const watcher = await watch(ann.caller, lastEventId);
    expect(await watcher.ended).toBe('ended');
    expect(watcher.items).toEqual([{ type: 'reset' }]);
  });

  it.each(['in this process', 'in another one'])('ends for who is removed %s', async (where) => {
    const bob = await app.member(ann.boardId, 'viewer');
    const watcher = await watch(bob.caller);
    const { db } = (where === 'in this process' ? app : other).services;
    await db.write.deleteFrom('members').where('user_id', '=', bob.id).execute();
    const failure = await failureOf(watcher.ended);
    expect(failure).toMatchObject({
      code: 'NOT_FOUND',
      message: 'There is no such board, or it is not shared with you.',
    });
    await rename(ann.caller, 'Secret');
    expect(watcher.changes).toEqual([]);
  });

  it('ends for who signs out, or whose session expires', async () => {
    const bob = await app.member(ann.boardId, 'viewer');
    const signedOut = await watch(bob.caller);
    await other.callerFor({ bearer: bob.token }).auth.logout();
    expect(await failureOf(signedOut.ended)).toMatchObject({ code: 'UNAUTHORIZED', message: 'Sign in first.' });
    const expired = await watch(ann.caller);
    app.clock.advance(8 * 24 * 3_600_000);
    expect(await failureOf(expired.ended)).toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('tells a changed role and ends, to be resumed with it', async () => {
    const bob = await app.member(ann.boardId, 'viewer');
    const watcher = await watch(bob.caller);
    await other.services.db.write
      .updateTable('members')
      .set({ role: 'editor' })
      .where('user_id', '=', bob.id)
      .execute();
    await eventually(() => watcher.roles).toEqual(['viewer', 'editor']);
    expect(await watcher.ended).toBe('ended');
    expect((await watch(bob.caller, '1')).roles).toEqual(['editor']);
  });

  it('leaves nobody behind when a thousand go away, whether they wait for something or not', async () => {
    for (let index = 0; index < 1_000; index++) {
      const stream = (await ann.caller.boards.watch({ boardId: ann.boardId }))[Symbol.asyncIterator]();
      if (index % 3 === 0) await stream.next();
      const waiting = index % 3 === 1 ? Promise.all([stream.next(), stream.next(), stream.next()]) : null;
      await stream.return?.();
      if (waiting) expect((await waiting).at(-1)).toEqual({ done: true, value: undefined });
    }
    expect(app.services.live.watchers()).toBe(0);
  });

  it('cuts who does not read, and who goes on from there misses nothing', async () => {
    const lazy = (await ann.caller.boards.watch({ boardId: ann.boardId }))[Symbol.asyncIterator]();
    const first = await lazy.next();
    expect(first.done).toBe(false);
    await eventually(() => app.services.live.watchers()).toBe(1);
    await wait(100);
    for (let index = 0; index < 1_100; index++) await rename(ann.caller, `Title ${index}`);
    await eventually(() => app.services.live.watchers()).toBe(0);
    const again = await watch(ann.caller, '1');
    await eventually(() => again.changes.length).toBe(1_100);
  });
});

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

describe('being present on a board', () => {
  const present = (person: Person, more: Partial<Parameters<Caller['boards']['present']>[0]> = {}) =>
    person.caller.boards.present({ boardId: ann.boardId, clientId: 'tab-1', ...more });

  it('is told to all who watch, in every process, as is the card, and the end', async () => {
    const bob = await app.member(ann.boardId, 'viewer');
    const here = await watch(ann.caller);
    const there = await watch(other.callerFor({ bearer: ann.token }));
    const seen = { clientId: 'tab-1', userId: bob.id, name: bob.username, cardId: null, draggingId: null, place: null };
    await present(bob);
    for (const watcher of [here, there]) await eventually(() => watcher.people.at(-1)).toEqual([seen]);
    await present(bob, { cardId: 'card-1' });
    for (const watcher of [here, there]) {
      await eventually(() => watcher.people.at(-1)).toEqual([{ ...seen, cardId: 'card-1' }]);
    }
    await present(bob, { leave: true });
    for (const watcher of [here, there]) await eventually(() => watcher.people.at(-1)).toEqual([]);
  });

  it('tells where a card in somebody’s hand would go, and each place that it is carried over', async () => {
    const watcher = await watch(ann.caller);
    const inHand = () => watcher.people.at(-1)?.map(({ draggingId, place }) => ({ draggingId, place }));
    await present(ann, { draggingId: 'card-1' });
    await eventually(inHand).toEqual([{ draggingId: 'card-1', place: null }]);
    await present(ann, { draggingId: 'card-1', place: { columnId: 'col-review', before: 'card-6' } });
    const place = { columnId: 'col-review', before: 'card-6', after: null };
    await eventually(inHand).toEqual([{ draggingId: 'card-1', place }]);
    await present(ann, { draggingId: 'card-1', place: { columnId: 'col-review', before: null, after: 'card-6' } });
    await eventually(inHand).toEqual([{ draggingId: 'card-1', place: { ...place, before: null, after: 'card-6' } }]);
    await present(ann, { draggingId: null, place });
    await eventually(inHand).toEqual([{ draggingId: null, place: null }]);
    const bob = await app.member(ann.boardId, 'viewer');
    await present(bob, { draggingId: 'card-1', place });
    await eventually(() => watcher.people.at(-1)?.length).toBe(2);
    expect(inHand()).not.toContainEqual({ draggingId: 'card-1', place });
  });

  it('takes for a place only a column and its neighbours', async () => {
    const places = [
      'col-review',
      [],
      {},
      { columnId: null },
      { columnId: '../x' },
      { columnId: 'x'.repeat(65) },
      { columnId: 'col-review', before: 7 },
      { columnId: 'col-review', after: 'a\0b' },
      { columnId: 'col-review', index: 1 },
    ];
    for (const place of places) {
      // Not of the type: that is the point.
      const failure = await failureOf(present(ann, { draggingId: 'card-1', place: place as never }));
      expect(failure, JSON.stringify(place)).toMatchObject({ code: 'BAD_REQUEST' });
      expect(failure.fields?.every((field) => field.path.split('.')[0] === 'place')).toBe(true);
    }
    const watcher = await watch(ann.caller);
    await eventually(() => watcher.people.at(-1)).toEqual([]);
  });

  it('ends by itself after 30 s, and goes on for who says so again', async () => {
    const watcher = await watch(ann.caller);
    await present(ann);
    await eventually(() => watcher.people.at(-1)).toHaveLength(1);
    app.clock.advance(25_000);
    await present(ann);
    app.clock.advance(25_000);
    await wait(1_200);
    expect(watcher.people.at(-1)).toHaveLength(1);
    app.clock.advance(6_000);
    await eventually(() => watcher.people.at(-1)).toEqual([]);
  });

  it('is a person’s own: another one’s window of the same name stays', async () => {
    const bob = await app.member(ann.boardId, 'viewer');
    await present(ann);
    await present(bob);
    await present(bob, { leave: true });
    const watcher = await watch(ann.caller);
    await eventually(() => watcher.people.at(-1)?.map((person) => person.userId)).toEqual([ann.id]);
  });

  it('shows ten windows of one person at most, and nobody who is no member any more', async () => {
    for (let index = 0; index < 14; index++) {
      app.clock.advance(10);
      await present(ann, { clientId: `tab-${index}` });
    }
    const bob = await app.member(ann.boardId, 'viewer');
    await present(bob);
    await app.services.db.write.deleteFrom('members').where('user_id', '=', bob.id).execute();
    const watcher = await watch(ann.caller);
    await expect
      .poll(() =>
        watcher.people
          .at(-1)
          ?.map((person) => person.clientId)
          .toSorted(),
      )
      .toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map((index) => `tab-${index}`).toSorted());
  });

  it('writes nothing where nothing is new', async () => {
    await present(ann);
    const changesOf = async () =>
      (await app.services.db.read.selectFrom('presence').selectAll().execute())[0]?.expires_at;
    const before = await changesOf();
    app.clock.advance(5_000);
    await present(ann);
    expect(await changesOf()).toBe(before);
    app.clock.advance(6_000);
    await present(ann);
    expect(await changesOf()).not.toBe(before);
    const inHand = { draggingId: 'card-1', place: { columnId: 'col-review', before: 'card-6' } };
    await present(ann, inHand);
    const held = await changesOf();
    app.clock.advance(1_000);
    await present(ann, inHand);
    expect(await changesOf()).toBe(held);
    await present(ann, { ...inHand, place: { columnId: 'col-done' } });
    expect(await changesOf()).not.toBe(held);
  });
});

it('in memory, too, a role that is taken away by the one connection ends the stream', async () => {
  const memory = await testApp();
  const owner = await memory.user();
  const bob = await memory.member(owner.boardId, 'viewer');
  const watcher = await watch(bob.caller, undefined, owner.boardId);
  await memory.services.db.write.deleteFrom('members').where('user_id', '=', bob.id).execute();
  expect(await failureOf(watcher.ended)).toMatchObject({ code: 'NOT_FOUND' });
  await memory.close();
});
