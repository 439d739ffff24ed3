import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Person } from '@talkan/api/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../testing.js';
import { clientOf, openRaw, seqsIn, watchByLink } from '../testing-watcher.js';

let server: TestServer;
let ann: Person;
beforeEach(async () => {
  server = await startTestServer({ pingMs: 300 });
  ann = await server.app.user('ann');
});
afterEach(() => server.close());

const rename = (title: string, person = ann) =>
  person.caller.boards.commit({
    boardId: ann.boardId,
    changeId: randomUUID(),
    operations: [{ type: 'board.rename', title }],
  });
const watchers = () => server.app.services.live.watchers();

describe('tRPC’s own link', () => {
  it('gets role, people and each change, and stops when it is told to', async () => {
    const client = clientOf(server.url, ann.token);
    const watcher = watchByLink(client, { boardId: ann.boardId });
    await expect.poll(() => watcher.people).toEqual([[]]);
    expect(watcher.roles).toEqual(['owner']);
    await client.boards.commit.mutate({
      boardId: ann.boardId,
      changeId: 'by-link',
      operations: [{ type: 'card.archive', cardId: 'card-1' }],
    });
    await expect.poll(() => watcher.seqs).toEqual([2]);
    await client.boards.present.mutate({ boardId: ann.boardId, clientId: 'tab-1', cardId: 'card-2' });
    await expect.poll(() => watcher.people.at(-1)).toEqual(['tab-1']);
    watcher.stop();
    await expect.poll(watchers).toBe(0);
  });

  it('goes on after the change that it names, and is told to start afresh where that is not possible', async () => {
    for (let index = 0; index < 5; index++) await rename(`Title ${index}`);
    const client = clientOf(server.url, ann.token);
    const watcher = watchByLink(client, { boardId: ann.boardId, lastEventId: '3' });
    await expect.poll(() => watcher.seqs).toEqual([4, 5, 6]);
    const ahead = watchByLink(client, { boardId: ann.boardId, lastEventId: '7' });
    await expect.poll(ahead.completed).toBe(true);
    expect(ahead.resets()).toBe(1);
    watcher.stop();
  });

  it.each([
    ['nobody', async () => 'unknown', 'UNAUTHORIZED'],
    ['a stranger', async () => (await server.app.user()).token, 'NOT_FOUND'],
  ])('is refused for %s, with a sentence, and does not try again', async (_who, token, code) => {
    const watcher = watchByLink(clientOf(server.url, await token()), { boardId: ann.boardId });
    await expect.poll(() => watcher.error()?.code).toBe(code);
    expect(watcher.error()?.message).toMatch(/\.$/);
    await wait(500);
    expect(watcher.connections()).toBeLessThanOrEqual(1);
    expect(watchers()).toBe(0);
  });

  it('is told what is wrong with its input', async () => {
    const watcher = watchByLink(clientOf(server.url, ann.token), { boardId: ann.boardId, lastEventId: 'last' });
    await expect.poll(() => watcher.error()?.code).toBe('BAD_REQUEST');
    expect(watcher.error()?.message).toContain('Must be the number of a change, as text');
  });

  it('ends with the usual error within a second for who is removed, and with a new role, to be resumed', async () => {
    const bob = await server.app.member(ann.boardId, 'viewer');
    const watcher = watchByLink(clientOf(server.url, bob.token), { boardId: ann.boardId });
    await expect.poll(() => watcher.roles).toEqual(['viewer']);
    const { write } = server.app.services.db;
    await write.updateTable('members').set({ role: 'editor' }).where('user_id', '=', bob.id).execute();
    await expect.poll(() => watcher.roles).toContain('editor');
    await expect.poll(() => watcher.connections()).toBe(2);
    await expect.poll(() => watcher.roles).toEqual(['viewer', 'editor', 'editor']);
    await write.deleteFrom('members').where('user_id', '=', bob.id).execute();
    await expect.poll(() => watcher.error()?.code).toBe('NOT_FOUND');
    expect(watcher.error()?.message).toBe('There is no such board, or it is not shared with you.');
  });

  it('ends within a second for who signs out', async () => {
    const watcher = watchByLink(clientOf(server.url, ann.token), { boardId: ann.boardId });
    await expect.poll(() => watcher.roles).toEqual(['owner']);
    await ann.caller.auth.logout();
    await expect.poll(() => watcher.error()).toEqual({ code: 'UNAUTHORIZED', message: 'Sign in first.' });
  });
});

describe('a stream', () => {
  it('is an event stream that no proxy keeps back, with a ping now and then', async () => {
    const stream = openRaw(server.url, ann.token, { boardId: ann.boardId });
    expect(await stream.status).toBe(200);
    expect(stream.headers()).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    await expect.poll(stream.text).toContain('event: ping\ndata: \n\n');
    expect(stream.text()).toMatch(/^event: connected\ndata: \{"reconnectAfterInactivityMs":40000\}\nretry: \d+\n\n/);
    await rename('As bytes');
    await expect.poll(stream.text).toMatch(/^data: \{"type":"change","seq":2,.*\}\nid: 2\n\n/m);
    stream.abort();
  });

  it('resumes after the id that a browser sends by itself, whatever the address still says', async () => {
    for (let index = 0; index < 4; index++) await rename(`Title ${index}`);
    const headers = { 'last-event-id': '4' };
    const stream = openRaw(server.url, ann.token, { boardId: ann.boardId, lastEventId: '1', headers });
    await expect.poll(() => seqsIn(stream.text())).toEqual([5]);
    stream.abort();
  });

  it('is refused in a batch, by POST, and with an input that is no JSON', async () => {
    const headers = { authorization: `Bearer ${ann.token}` };
    const input = encodeURIComponent(JSON.stringify({ 0: { boardId: ann.boardId } }));
    expect((await fetch(`${server.url}/trpc/boards.watch?batch=1&input=${input}`, { headers })).status).toBe(400);
    const posted = await fetch(`${server.url}/trpc/boards.watch`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ boardId: ann.boardId }),
    });
    expect(await posted.text()).toContain('METHOD_NOT_SUPPORTED');
    const broken = await fetch(`${server.url}/trpc/boards.watch?input=%7B`, { headers });
    expect(await broken.text()).toMatch(/The request could not be read/);
    expect(watchers()).toBe(0);
  });

  it('leaves nothing behind when a thousand are aborted, at whatever moment', async () => {
    const before = server.app.services.live.watchers();
    for (let round = 0; round < 20; round++) {
      const streams = Array.from({ length: 50 }, () => openRaw(server.url, ann.token, { boardId: ann.boardId }));
      await Promise.all(streams.map((stream, index) => (index % 3 === 0 ? stream.status : wait(index % 5))));
      for (const stream of streams) stream.abort();
      await Promise.all(streams.map((stream) => stream.ended));
    }
    await expect.poll(watchers).toBe(before);
    await rename('Still here');
    expect(server.logged()).not.toContain('"level":"error"');
  });

  it('of who does not read is cut, while others get all, and is resumed without a gap', async () => {
    const slow = openRaw(server.url, ann.token, { boardId: ann.boardId });
    const quick = openRaw(server.url, ann.token, { boardId: ann.boardId });
    await Promise.all([slow.status, quick.status]);
    await expect.poll(watchers).toBe(2);
    slow.pause();
    const details = 'x'.repeat(60_000);
    let seq = 1;
    while (watchers() === 2 && seq < 400) {
      const operations = [{ type: 'card.edit' as const, cardId: 'card-1', details: `${seq}${details}` }];
      ({ seq } = await ann.caller.boards.commit({ boardId: ann.boardId, changeId: randomUUID(), operations }));
    }
    expect(watchers()).toBe(1);
    slow.resume();
    await slow.ended;
    const got = seqsIn(slow.text());
    const again = openRaw(server.url, ann.token, { boardId: ann.boardId, lastEventId: String(got.at(-1) ?? 1) });
    await expect.poll(() => seqsIn(again.text()).at(-1)).toBe(seq);
    const all = Array.from({ length: seq - 1 }, (_, index) => index + 2);
    expect([...got, ...seqsIn(again.text())]).toEqual(all);
    await expect.poll(() => seqsIn(quick.text())).toEqual(all);
    again.abort();
    quick.abort();
  });

  it('brings a single change of many megabytes to who reads it', async () => {
    const stream = openRaw(server.url, ann.token, { boardId: ann.boardId });
    await stream.status;
    await expect.poll(watchers).toBe(1);
    const operations = Array.from({ length: 60 }, (_, index) => {
      const card = { cardId: `big-${index}`, columnId: 'col-done', title: `Big ${index}`, details: 'y'.repeat(60_000) };
      return { type: 'card.create' as const, ...card };
    });
    await ann.caller.boards.commit({ boardId: ann.boardId, changeId: 'big', operations });
    await expect.poll(() => seqsIn(stream.text())).toEqual([2]);
    await rename('After it');
    const late = openRaw(server.url, ann.token, { boardId: ann.boardId, lastEventId: '1' });
    for (const { text } of [stream, late]) {
      await expect.poll(() => seqsIn(text())).toEqual([2, 3]);
    }
    stream.abort();
    late.abort();
  });

  it('ends when the server does, so that its client goes on elsewhere', async () => {
    const stream = openRaw(server.url, ann.token, { boardId: ann.boardId });
    await stream.status;
    await expect.poll(watchers).toBe(1);
    server.app.services.live.stop();
    await stream.ended;
    expect(stream.text()).not.toContain('event: return');
    expect(stream.text()).not.toContain('serialized-error');
    const late = openRaw(server.url, ann.token, { boardId: ann.boardId });
    await late.ended;
    expect(watchers()).toBe(0);
  });
});
