// One change to 500 watchers: how long after the COMMIT it arrives, and for how long the server's loop is held meanwhile.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Committed, Ready } from './live-server.ts';

const WATCHERS = [50, 500];
const ROUNDS = 40;
/** What has not come by then has not come at all. */
const PATIENCE_MS = 3_000;

interface Watcher {
  readonly socket: Socket;
  /** When each change arrived, by its number. */
  readonly arrivals: Map<number, number>;
}

const now = () => performance.timeOrigin + performance.now();
const print = (line: string) => process.stdout.write(`${line}\n`);

/** A client as small as can be: 500 of them must not be what is measured. */
async function watch({ port, boardId }: Ready, token: string): Promise<Watcher> {
  const socket = connect(port, '127.0.0.1');
  const arrivals = new Map<number, number>();
  const input = encodeURIComponent(JSON.stringify({ boardId }));
  let tail = '';
  const { promise: started, resolve } = Promise.withResolvers<void>();
  socket.on('data', (part) => {
    const at = now();
    const text = tail + part.toString('latin1');
    for (const match of text.matchAll(/\nid: (\d+)\n/g))
      if (!arrivals.has(Number(match[1]))) arrivals.set(Number(match[1]), at);
    if (text.includes('"presence"')) resolve();
    tail = text.slice(-40);
  });
  socket.write(
    `GET /trpc/boards.watch?input=${input} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n\r\n`,
  );
  await started;
  return { socket, arrivals };
}

async function arrived(watchers: readonly Watcher[], seq: number): Promise<void> {
  const until = now() + PATIENCE_MS;
  while (now() < until && !watchers.every(({ arrivals }) => arrivals.has(seq))) await wait(10);
}

function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1);
}

async function measure(count: number, folder: string): Promise<void> {
  const server = fork(path.join(import.meta.dirname, 'live-server.ts'), [path.join(folder, `${count}.db`), `${count}`]);
  const [ready] = (await once(server, 'message')) as [Ready];
  const watchers: Watcher[] = [];
  for (let begun = 0; begun < count; begun += 50) {
    watchers.push(...(await Promise.all(ready.tokens.slice(begun, begun + 50).map((token) => watch(ready, token)))));
  }
  await wait(500);
  const delays: number[] = [];
  const held: number[] = [];
  const busy: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    server.send('commit');
    const [committed] = (await once(server, 'message')) as [Committed];
    held.push(committed.heldMs);
    busy.push(committed.busyMs);
    await arrived(watchers, committed.seq);
    for (const { arrivals } of watchers) delays.push((arrivals.get(committed.seq) ?? Number.NaN) - committed.at);
  }
  const came = delays.filter((delay) => !Number.isNaN(delay));
  const cells = [count, quantile(came, 0.5), quantile(came, 0.99), quantile(held, 0.5), quantile(held, 1)];
  cells.push(quantile(busy, 0.5), quantile(busy, 1), delays.length - came.length);
  print(cells.map((cell) => String(cell).padEnd(12)).join(''));
  for (const { socket } of watchers) socket.destroy();
  server.kill();
  await once(server, 'exit');
}

const folder = mkdtempSync(path.join(tmpdir(), 'talkan-bench-'));
try {
  print('watchers    p50 ms      p99 ms      held p50    held max    CPU p50     CPU max     missed');
  for (const count of WATCHERS) await measure(count, folder);
} finally {
  rmSync(folder, { recursive: true });
}
