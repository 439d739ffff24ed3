// The server that bench/live.ts measures, in a process of its own: it notes when a change was committed, and each turn of its loop after that.
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { startSession } from '@talkan/api/auth/sessions';
import { createContext, createServices } from '@talkan/api/context';
import { writeTransaction } from '@talkan/api/db/open';
import { createCaller } from '@talkan/api/root';
import { createApp } from '@talkan/server/http/app';
import { createLog } from '@talkan/server/log';
import type { Board } from '@talkan/board/model';

export interface Ready {
  readonly port: number;
  /** A session for each watcher. */
  readonly tokens: readonly string[];
  readonly boardId: string;
}
export interface Committed {
  readonly seq: number;
  /** Milliseconds since 1970: when the COMMIT was done. */
  readonly at: number;
  /** The longest turn of the loop in the 300 ms after it, by the clock: on a busy machine others' turns are part of it. */
  readonly heldMs: number;
  /** The same by what this thread itself has computed. */
  readonly busyMs: number;
}

const WATCHED_MS = 300;
let committedAt = 0;

const services = await createServices({ databaseUrl: `file:${process.argv[2] ?? 'bench.db'}` });
const publish = services.boards.publish.bind(services.boards);
// In place, for the services hold on to the cache that they were made with.
Object.assign(services.boards, {
  publish: (board: Board) => {
    committedAt = performance.now();
    publish(board);
  },
});

const request = {
  cookie: null,
  browser: false,
  address: '127.0.0.1',
  requestId: 'bench',
  origin: 'rest',
  setSessionCookie: () => {},
} as const;
const signIn = createCaller(() => createContext(services, { ...request, bearer: null }));
const { token } = await signIn.auth.login({ username: 'user', password: 'password' });
const caller = createCaller(() => createContext(services, { ...request, bearer: token }));
const [board] = await caller.boards.list();
const boardId = board?.id ?? '';
const { user } = await caller.auth.me();
const count = Number(process.argv[3] ?? 1);
const tokens = await writeTransaction(services.db, async (trx) => {
  const started: string[] = [];
  while (started.length < count) started.push(await startSession(trx, user.id, services.clock));
  return started;
});

interface Longest {
  readonly heldMs: number;
  readonly busyMs: number;
}

/** The longest of the loop's turns from now on. */
function longestTurn(): Promise<Longest> {
  const until = performance.now() + WATCHED_MS;
  let [heldMs, busyMs] = [0, 0];
  let [last, lastBusy] = [performance.now(), computedMs()];
  return new Promise((resolve) => {
    const turn = () => {
      const [now, busy] = [performance.now(), computedMs()];
      heldMs = Math.max(heldMs, now - last);
      busyMs = Math.max(busyMs, busy - lastBusy);
      [last, lastBusy] = [now, busy];
      if (now < until) setImmediate(turn);
      else resolve({ heldMs, busyMs });
    };
    setImmediate(turn);
  });
}

function computedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

async function commit(): Promise<void> {
  const cardId = `card-${1 + Math.floor(Math.random() * 6)}`;
  const operations = [{ type: 'card.move' as const, cardId, columnId: 'col-review' }];
  const { seq } = await caller.boards.commit({ boardId, changeId: randomUUID(), operations });
  const at = performance.timeOrigin + committedAt;
  process.send?.({ seq, at, ...(await longestTurn()) } satisfies Committed);
}

const log = createLog({ level: 'silent', secrets: [] });
const server = createServer(createApp({ services, log, publicUrl: null, proxies: 0, webRoot: 'none' }));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  process.send?.({ port, tokens, boardId } satisfies Ready);
});
process.on('message', (message) => {
  if (message === 'commit') void commit();
});
process.on('disconnect', () => process.exit());
