// Runs the built server under pm2, as in production, and reloads it twice while it is being asked and watched: no request may fail,
// and no change may be missed.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writeReport } from './drill-report.ts';
import { faultsOf, watchBoard, type Watcher } from './drill-watchers.ts';
import { freePort } from './free-port.ts';
import { root, say } from './run.ts';

const CLIENTS = 16;
/** Pause of each client between two requests: a bounded load, far below what the server can do. */
const PAUSE_MS = 20;
const RELOADS = 2;
const WATCHERS = 20;

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
}

interface Boards {
  readonly result: { readonly data: readonly { readonly id: string }[] };
}

const home = mkdtempSync(path.join(tmpdir(), 'talkan-drill-'));
const port = await freePort();
const environment = {
  ...process.env,
  PM2_HOME: path.join(home, 'pm2'),
  DATABASE_URL: `file:${path.join(home, 'drill.db')}`,
  HOST: '127.0.0.1',
  PORT: String(port),
  PUBLIC_URL: '',
  TALKAN_USER: '',
  TALKAN_PASSWORD: '',
};
const failures: string[] = [];
let answered = 0;
let token = '';
let watchers: Watcher[] = [];
let changes = 0;
const load = new AbortController();
const watching = new AbortController();

// Beside this process, not within it: the clients go on while pm2 works.
async function pm2(...args: readonly string[]): Promise<void> {
  const require = createRequire(import.meta.url);
  const command = [require.resolve('pm2/bin/pm2'), ...args, '--silent'];
  const child = spawn(process.execPath, command, { cwd: root, env: environment, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`pm2 ${args.join(' ')} failed.`);
}

function ask(call: Call, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const options = { host: '127.0.0.1', port, method: call.method, path: call.path, agent, headers };
    const sent = request(options, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => (text += part));
      answer.on('error', reject);
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(text);
        else reject(new Error(`${answer.statusCode} ${text.slice(0, 200)}`));
      });
    });
    sent.on('error', reject);
    sent.end(call.body);
  });
}

/** One client: reads, writes and asks for health in turn; every other one opens a connection for each request. */
async function client(number: number): Promise<void> {
  const agent = new Agent({ keepAlive: number % 2 === 0, maxSockets: 1 });
  for (let turn = 0; !load.signal.aborted; turn += 1) {
    const call = await nextCall(number, turn, agent);
    await counted(call, agent);
    await wait(PAUSE_MS);
  }
  agent.destroy();
}

async function nextCall(number: number, turn: number, agent: Agent): Promise<Call> {
  if (turn % 3 === 0) return { method: 'GET', path: '/readyz' };
  const read: Call = { method: 'GET', path: '/api/board' };
  // Few clients write: a save waits for a disk, and this drill is about connections.
  if (number % 8 !== 0 || turn % 3 === 1) return read;
  const board = await counted(read, agent);
  return { method: 'PATCH', path: '/api/board', body: board === null ? '{}' : withMove(board) };
}

async function counted(call: Call, agent: Agent): Promise<string | null> {
  try {
    const text = await ask(call, agent);
    answered += 1;
    return text;
  } catch (error) {
    failures.push(`${call.method} ${call.path}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

/** The first card of the board, moved to the end of its column. */
function withMove(text: string): string {
  const board = JSON.parse(text) as { columns: { cardIds: string[] }[] };
  const filled = board.columns.find(({ cardIds }) => cardIds.length > 1);
  filled?.cardIds.push(...filled.cardIds.splice(0, 1));
  return JSON.stringify(board);
}

async function drill(): Promise<void> {
  await pm2('start', 'ecosystem.config.cjs');
  const agent = new Agent();
  const body = JSON.stringify({ username: 'user', password: 'password' });
  token = (JSON.parse(await ask({ method: 'POST', path: '/api/auth/login', body }, agent)) as { token: string }).token;
  const version = async () => {
    const board = await ask({ method: 'GET', path: '/api/board' }, agent);
    return (JSON.parse(board) as { version: number }).version;
  };
  const from = await version();
  const listed = JSON.parse(await ask({ method: 'GET', path: '/trpc/boards.list' }, agent)) as Boards;
  const boardId = listed.result.data[0]?.id ?? '';
  watchers = Array.from({ length: WATCHERS }, () =>
    watchBoard({ port, token, boardId, signal: watching.signal }, from),
  );
  const clients = Array.from({ length: CLIENTS }, (_, number) => client(number));
  for (let reload = 1; reload <= RELOADS; reload += 1) {
    await wait(2000);
    say(`Reload ${reload} of ${RELOADS}, after ${answered} requests …`);
    await pm2('reload', 'talkan');
  }
  await wait(2000);
  load.abort();
  await Promise.all(clients);
  const last = await version();
  // Time to come back after the last reload.
  for (let left = 50; left > 0 && faultsOf(watchers, from, last).length > 0; left -= 1) await wait(100);
  failures.push(...faultsOf(watchers, from, last));
  changes = last - from;
  say(`${WATCHERS} watchers, ${changes} changes each, ${connections()} connections.`);
  watching.abort();
  await Promise.all(watchers.map(({ done }) => done));
}

function connections(): number {
  return watchers.reduce((sum, watcher) => sum + watcher.connections(), 0);
}

try {
  await drill();
} finally {
  await pm2('kill');
  rmSync(home, { recursive: true, force: true });
}
say(`${RELOADS} reloads, ${answered} requests answered, ${failures.length} failed.`);
for (const failure of failures.slice(0, 20)) say(`  ${failure}`);
if (answered === 0) failures.push('No request was answered.');
writeReport(process.argv[2], {
  figures: {
    'Server processes': 1,
    Clients: CLIENTS,
    'Watchers beside them': WATCHERS,
    'Server restarts': RELOADS,
    'Requests answered': answered,
    'Changes committed': changes,
    'Streams opened': connections(),
  },
  faults: failures,
});
process.exitCode = failures.length === 0 ? 0 : 1;
