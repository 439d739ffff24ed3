import { fork } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Committed, Ready } from '../live-server.ts';
import { quantile } from './statistics.ts';

/** One change to so many watchers, again and again; times in milliseconds. */
export interface LiveFigures {
  readonly watchers: number;
  /** From the COMMIT to the arrival. */
  readonly p50: number;
  readonly p99: number;
  /** The longest turn of the server's loop while it sends, by the clock. */
  readonly heldMs: number;
  /** The same by what its thread has computed. */
  readonly busyMs: number;
  /** Arrivals that did not come within three seconds. */
  readonly missed: number;
}

export interface Watcher {
  readonly socket: Socket;
  /** When each change arrived, by its number. */
  readonly arrivals: ReadonlyMap<number, number>;
}

interface Watched {
  readonly port: number;
  readonly boardId: string;
  readonly token: string;
}

/** What has not come by then has not come at all. */
const PATIENCE_MS = 3_000;
const now = () => performance.timeOrigin + performance.now();

/** A client as small as can be: 500 of them must not be what is measured. */
async function watch({ port, boardId, token }: Watched): Promise<Watcher> {
  const socket = connect(port, '127.0.0.1');
  const arrivals = new Map<number, number>();
  const input = encodeURIComponent(JSON.stringify({ boardId }));
  let tail = '';
  const { promise: started, resolve, reject } = Promise.withResolvers<void>();
  socket.on('data', (part) => {
    const at = now();
    const text = tail + part.toString('latin1');
    for (const match of text.matchAll(/\nid: (\d+)\n/g))
      if (!arrivals.has(Number(match[1]))) arrivals.set(Number(match[1]), at);
    if (text.includes('"presence"')) resolve();
    tail = text.slice(-40);
  });
  socket.once('close', () => reject(new Error('A watcher’s connection was closed before it began.')));
  socket.on('error', reject);
  socket.write(
    `GET /trpc/boards.watch?input=${input} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${token}\r\n\r\n`,
  );
  await started;
  return { socket, arrivals };
}

/** So many watchers of one board, with these sessions in turn. */
export async function openWatchers(board: Omit<Watched, 'token'>, tokens: readonly string[]): Promise<Watcher[]> {
  const watchers: Watcher[] = [];
  for (let begun = 0; begun < tokens.length; begun += 50) {
    const some = tokens.slice(begun, begun + 50);
    watchers.push(...(await Promise.all(some.map((token) => watch({ ...board, token })))));
  }
  return watchers;
}

export async function allArrived(watchers: readonly Watcher[], seq: number): Promise<void> {
  const until = now() + PATIENCE_MS;
  while (now() < until && !watchers.every(({ arrivals }) => arrivals.has(seq))) await wait(10);
}

/** Starts a server of its own, which notes the moment of each COMMIT. */
export async function measureWatchers(folder: string, { count, rounds }: { count: number; rounds: number }) {
  const program = path.join(import.meta.dirname, '..', 'live-server.ts');
  const server = fork(program, [path.join(folder, `watched-by-${count}.db`), `${count}`]);
  const [ready] = (await once(server, 'message')) as [Ready];
  const watchers = await openWatchers(ready, ready.tokens);
  await wait(500);
  const delays: number[] = [];
  const turns: Committed[] = [];
  for (let round = 0; round < rounds; round += 1) {
    server.send('commit');
    const [committed] = (await once(server, 'message')) as [Committed];
    turns.push(committed);
    await allArrived(watchers, committed.seq);
    for (const { arrivals } of watchers) delays.push((arrivals.get(committed.seq) ?? Number.NaN) - committed.at);
  }
  for (const { socket } of watchers) socket.destroy();
  server.kill();
  await once(server, 'exit');
  const came = delays.filter((delay) => !Number.isNaN(delay));
  return {
    watchers: count,
    p50: quantile(came, 0.5),
    p99: quantile(came, 0.99),
    heldMs: Math.max(...turns.map(({ heldMs }) => heldMs)),
    busyMs: Math.max(...turns.map(({ busyMs }) => busyMs)),
    missed: delays.length - came.length,
  } satisfies LiveFigures;
}
