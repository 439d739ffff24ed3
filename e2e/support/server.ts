import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../apps/server/dist/main.js', import.meta.url));
const READY = /Talkan is ready: (http:\/\/127\.0\.0\.1:(\d+))/;
const START_MS = 45_000;

/** Empty ones win over a developer's own .env and environment. */
const UNSET = [
  'MAX_FILE_MB',
  'MAX_BOARD_FILES_MB',
  'PUBLIC_URL',
  'TRUST_PROXY',
  'TALKAN_USER',
  'TALKAN_PASSWORD',
  'ALLOW_DEMO_LOGIN',
  'AI_API_KEY',
  'OPENROUTER_API_KEY',
  'AI_BASE_URL',
  'AI_MODEL',
  'AI_CONTEXT_TOKENS',
  'TALKAN_SECRET',
];

/** The server as it is shipped: built, a process of its own, on a free port of 127.0.0.1, with a database of its own. */
export interface TalkanServer {
  readonly url: string;
  /** As `DATABASE_URL` names it. */
  readonly databaseUrl: string;
  /** Of the process that runs now. */
  pid(): number | undefined;
  /** All that it has written so far, of all its starts. */
  output(): string;
  /** As after a power cut: no answer to anybody, from one moment to the next. */
  crash(): Promise<void>;
  /** As its supervisor ends it. */
  stop(): Promise<void>;
  /** Starts it again on the same port and database. */
  start(): Promise<void>;
  /** Ends it and removes the database. */
  close(): Promise<void>;
}

/**
 * @param beside another server, whose database it is to share
 * @param under a command that runs the server as the process that it was started as itself
 */
export async function startServer(
  variables: Readonly<Record<string, string>> = {},
  beside?: Pick<TalkanServer, 'databaseUrl'>,
  under: readonly string[] = [],
): Promise<TalkanServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'talkan-e2e-'));
  const databaseUrl = beside?.databaseUrl ?? `file:${path.join(folder, 'talkan.db')}`;
  let written = '';
  let port = '0';
  let url = '';
  let child: ChildProcess | null = null;

  async function start(): Promise<void> {
    const from = written.length;
    const [command, ...args] = [...under, process.execPath, main];
    const started = spawn(command, args, {
      cwd: folder,
      env: {
        PATH: process.env['PATH'],
        ...Object.fromEntries(UNSET.map((name) => [name, ''])),
        LOG_LEVEL: 'info',
        ...variables,
        HOST: '127.0.0.1',
        PORT: port,
        DATABASE_URL: databaseUrl,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child = started;
    for (const stream of [started.stdout, started.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => (written += text));
    }
    const deadline = Date.now() + START_MS;
    let match: RegExpExecArray | null = null;
    while (!match) {
      if (started.exitCode !== null || started.signalCode !== null || Date.now() > deadline) {
        throw new Error(`The server did not start:\n${written.slice(from)}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
      match = READY.exec(written.slice(from));
    }
    [, url = '', port = ''] = match;
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    ending.kill(signal);
    await once(ending, 'exit');
  }

  try {
    await start();
  } catch (error) {
    await end('SIGKILL');
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    throw error;
  }
  return {
    url,
    databaseUrl,
    pid: () => child?.pid,
    output: () => written,
    crash: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    start,
    async close() {
      await end('SIGKILL');
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

/** What the server says went wrong on its side, by its log. */
export function errorsIn(output: string): string[] {
  return output.split('\n').filter((line) => /"level":"(?:error|fatal)"/.test(line));
}
