import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DRAIN_TIMES } from './http/drain.js';
import { build, endAll, launch, ready, signIn, type Running } from './testing-process.js';
import { clientOf, openRaw, watchByLink, type LinkWatcher } from './testing-watcher.js';

beforeAll(() => {
  expect(build()).toBe('');
}, 120_000);
const watching: LinkWatcher[] = [];
afterEach(async () => {
  for (const watcher of watching.splice(0)) watcher.stop();
  await endAll();
});

type Client = ReturnType<typeof clientOf>;

async function freePort(): Promise<string> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(probe.address());
  await new Promise((resolve) => probe.close(resolve));
  return String(port);
}

async function enter(running: Running): Promise<{ token: string; client: Client; boardId: string }> {
  const token = (await signIn(running.url)) ?? '';
  const client = clientOf(running.url, token);
  const [board] = await client.boards.list.query();
  return { token, client, boardId: board?.id ?? '' };
}

function watch(client: Client, boardId: string, lastEventId = '1'): LinkWatcher {
  const watcher = watchByLink(client, { boardId, lastEventId });
  watching.push(watcher);
  return watcher;
}

let titles = 0;
const rename = (client: Client, boardId: string) =>
  client.boards.commit.mutate({
    boardId,
    changeId: `rename-${(titles += 1)}`,
    operations: [{ type: 'board.rename', title: `Title ${titles}` }],
  });
const upTo = (seq: number) => Array.from({ length: seq - 1 }, (_, index) => index + 2);

describe('a server process', () => {
  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'that is started again after %s goes on with its watchers, without a gap',
    async (signal) => {
      const PORT = await freePort();
      const first = await ready(launch({ PORT }));
      const { client, boardId } = await enter(first);
      const watchers = Array.from({ length: 5 }, () => watch(client, boardId));
      await expect.poll(() => watchers.map((watcher) => watcher.connections())).toEqual([1, 1, 1, 1, 1]);
      for (let index = 0; index < 3; index++) await rename(client, boardId);
      await expect.poll(() => watchers[4]?.seqs).toEqual(upTo(4));
      first.child.kill(signal);
      expect(await first.ended).toBe(signal === 'SIGTERM' ? 0 : null);
      const second = await ready(launch({ PORT }));
      // Before all of them are back: they hear of it from the log.
      for (let index = 0; index < 3; index++)
        await rename(clientOf(second.url, (await signIn(second.url)) ?? ''), boardId);
      for (const watcher of watchers) await expect.poll(() => watcher.seqs).toEqual(upTo(7));
      expect(watchers.every((watcher) => watcher.error() === null)).toBe(true);
    },
  );

  it('that ends lets go of its streams at once, and refuses none that come late', async () => {
    const running = await ready(launch());
    const { token, client, boardId } = await enter(running);
    const streams = Array.from({ length: 40 }, () => openRaw(running.url, token, { boardId }));
    await Promise.all(streams.map((stream) => stream.status));
    await rename(client, boardId);
    await expect.poll(() => streams.every((stream) => stream.text().includes('id: 2'))).toBe(true);
    const began = performance.now();
    running.child.send('shutdown');
    await Promise.all(streams.map((stream) => stream.ended));
    // Not only when idle connections are closed.
    expect(performance.now() - began).toBeLessThan(DRAIN_TIMES.idleMs);
    expect(await running.ended).toBe(0);
    for (const stream of streams) expect(stream.text()).not.toMatch(/event: (return|serialized-error)/);
  });
});

describe('two server processes on one file', () => {
  it('tell each other’s watchers of every change, once and in order', async () => {
    const [one, two] = [await ready(launch()), await ready(launch())];
    const { token, client, boardId } = await enter(one);
    const elsewhere = clientOf(two.url, token);
    const watchers = [watch(client, boardId), watch(elsewhere, boardId)];
    await expect.poll(() => watchers.map((watcher) => watcher.connections())).toEqual([1, 1]);
    await rename(client, boardId);
    await expect.poll(() => watchers[1]?.seqs).toEqual([2]);
    const commits = Array.from({ length: 80 }, (_, index) => rename(index % 2 ? client : elsewhere, boardId));
    await Promise.all(commits);
    for (const watcher of watchers) await expect.poll(() => watcher.seqs).toEqual(upTo(82));
  });

  it('tell each other who is there, and end a stream whose session the other one has ended', async () => {
    const [one, two] = [await ready(launch()), await ready(launch())];
    const { token, client, boardId } = await enter(one);
    const elsewhere = clientOf(two.url, token);
    const watcher = watch(elsewhere, boardId);
    await client.boards.present.mutate({ boardId, clientId: 'tab-1' });
    await expect.poll(() => watcher.people.at(-1)).toEqual(['tab-1']);
    await client.auth.logout.mutate();
    await expect.poll(() => watcher.error()).toMatchObject({ code: 'UNAUTHORIZED' });
    await wait(100);
    expect(watcher.connections()).toBe(1);
  });
});
