import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { isTrackedEnvelope } from '@trpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureOf, openTwice, testApp, type Person, type TestApp } from '../../testing.js';
import { watch } from './testing/watch.js';

type Caller = Person['caller'];

let app: TestApp;
let other: TestApp;
let ann: Person;

beforeEach(async () => {
  [app, other] = await openTwice();
  ann = await app.user('ann');
});
afterEach(() => Promise.all([app.close(), other.close()]));

const rename = (caller: Caller, title: string, boardId = ann.boardId) =>
  caller.boards.commit({ boardId, changeId: randomUUID(), operations: [{ type: 'board.rename', title }] });

describe('watching a board', () => {
  it('tells role and people at the start, then each change as it is committed', async () => {
    const watcher = await watch(ann.caller, ann.boardId);
    await expect.poll(() => watcher.people).toEqual([[]]);
    expect(watcher.roles).toEqual(['owner']);
    const { seq, patches } = await rename(ann.caller, 'Live');
    await expect.poll(() => watcher.changes).toHaveLength(1);
    expect(watcher.changes[0]).toMatchObject({ type: 'change', seq, patches, actorId: ann.id, origin: 'rest' });
    await ann.caller.boards.undo({ boardId: ann.boardId, seq, changeId: 'undo-1' });
    await expect.poll(() => watcher.changes.at(-1)).toMatchObject({ changeId: 'undo-1', origin: 'undo', undoes: seq });
    const [first] = watcher.items.filter((item) => isTrackedEnvelope(item));
    expect(first?.[0]).toBe(String(seq));
    await watcher.stop();
    expect(await watcher.ended).toBe('ended');
    expect(app.services.live.watchers()).toBe(0);
  });

  it('goes on after the last change that was seen, however many came since', async () => {
    for (let index = 0; index < 450; index++) await rename(ann.caller, `Title ${index}`);
    const all = await watch(ann.caller, ann.boardId, '1');
    await expect.poll(() => all.changes.length).toBe(450);
    expect(all.seqs()).toEqual(Array.from({ length: 450 }, (_, index) => index + 2));
    const last = await watch(ann.caller, ann.boardId, '450');
    await expect.poll(last.seqs).toEqual([451]);
  });

  it('gives each change once and in order to watchers who come while changes are made in two processes', async () => {
    const elsewhere = other.callerFor({ bearer: ann.token });
    const commits = Array.from({ length: 120 }, (_, index) => rename(index % 2 ? ann.caller : elsewhere, `T ${index}`));
    const watchers = [];
    for (let index = 0; index < 20; index++) {
      watchers.push(await watch(index % 2 ? ann.caller : elsewhere, ann.boardId, '1'));
      await wait(5);
    }
    await Promise.all(commits);
    const expected = Array.from({ length: 120 }, (_, index) => index + 2);
    for (const watcher of watchers) {
      await expect.poll(() => watcher.changes.length).toBe(120);
      expect(watcher.seqs()).toEqual(expected);
    }
  });

  it('says nothing of other boards', async () => {
    const bob = await app.user('bob');
    const watcher = await watch(ann.caller, ann.boardId);
    await rename(bob.caller, 'Bob’s', bob.boardId);
    await rename(ann.caller, 'Ann’s');
    await expect.poll(() => watcher.seqs()).toEqual([2]);
  });

  it.each([
    ['ahead of the board', '17'],
    ['more than 2,000 changes behind', '0'],
  ])('starts afresh for who is %s', async (_case, lastEventId) => {
    await app.services.db.write
      .updateTable('boards')
      .set({ seq: lastEventId === '0' ? 2_001 : 1 })
      .execute();
    const watcher = await watch(ann.caller, ann.boardId, lastEventId);
    expect(await watcher.ended).toBe('ended');
    expect(watcher.items).toEqual([{ type: 'reset' }]);
  });

  it.each(['in this process', 'in another one'])('ends for who is removed %s', async (where) => {
    const bob = await app.member(ann.boardId, 'viewer');
    const watcher = await watch(bob.caller, ann.boardId);
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
    const signedOut = await watch(bob.caller, ann.boardId);
    await other.callerFor({ bearer: bob.token }).auth.logout();
    expect(await failureOf(signedOut.ended)).toMatchObject({ code: 'UNAUTHORIZED', message: 'Sign in first.' });
    const expired = await watch(ann.caller, ann.boardId);
    app.clock.advance(8 * 24 * 3_600_000);
    expect(await failureOf(expired.ended)).toMatchObject({ code: 'UNAUTHORIZED' });
  });

  it('tells a changed role and ends, to be resumed with it', async () => {
    const bob = await app.member(ann.boardId, 'viewer');
    const watcher = await watch(bob.caller, ann.boardId);
    await other.services.db.write
      .updateTable('members')
      .set({ role: 'editor' })
      .where('user_id', '=', bob.id)
      .execute();
    await expect.poll(() => watcher.roles).toEqual(['viewer', 'editor']);
    expect(await watcher.ended).toBe('ended');
    expect((await watch(bob.caller, ann.boardId, '1')).roles).toEqual(['editor']);
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
    await expect.poll(() => app.services.live.watchers()).toBe(1);
    await wait(100);
    for (let index = 0; index < 1_100; index++) await rename(ann.caller, `Title ${index}`);
    await expect.poll(() => app.services.live.watchers()).toBe(0);
    const again = await watch(ann.caller, ann.boardId, '1');
    await expect.poll(() => again.changes.length).toBe(1_100);
  });
});

it('in memory, too, a role that is taken away by the one connection ends the stream', async () => {
  const memory = await testApp();
  const owner = await memory.user();
  const bob = await memory.member(owner.boardId, 'viewer');
  const watcher = await watch(bob.caller, owner.boardId);
  await memory.services.db.write.deleteFrom('members').where('user_id', '=', bob.id).execute();
  expect(await failureOf(watcher.ended)).toMatchObject({ code: 'NOT_FOUND' });
  await memory.close();
});
