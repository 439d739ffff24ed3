import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { z } from 'zod';
import { projectRoot } from './config-schema.js';
import { boardAnswer, tokenAnswer } from './rest/schemas.js';

/** The server as it is shipped: compiled, started as a process of its own, with an environment of its own. */
export interface Running {
  readonly child: ChildProcess;
  readonly url: string;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

export const main = path.join(projectRoot, 'apps', 'server', 'dist', 'main.js');
const started: Running[] = [];
let folder = '';

/** Brings what is started up to date; the compiler's complaints, if there are any. */
export function build(): string {
  const tsc = path.join(projectRoot, 'node_modules', '.bin', 'tsc');
  const built = spawnSync(tsc, ['-b', 'apps/server'], { cwd: projectRoot, encoding: 'utf8' });
  return built.stdout;
}

/** Ends all that was started, and takes its database away. */
export async function endAll(): Promise<void> {
  for (const { child } of started) child.kill('SIGKILL');
  await Promise.all(started.map(({ ended }) => ended));
  started.length = 0;
  // What a server had begun beside itself, as a check of its file, may write for a moment longer.
  if (folder !== '') rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  folder = '';
}

/** The database that all that is started within a test has in common. */
export function databaseOf(): string {
  folder ||= mkdtempSync(path.join(tmpdir(), 'talkan-process-'));
  return path.join(folder, 'talkan.db');
}

/** Starts it with these variables; all starts within a test share one database. */
export function launch(variables: Record<string, string> = {}): Running {
  const databaseFile = databaseOf();
  // Empty ones win over a developer's own .env.
  const unset = [
    'BACKUPS',
    'BACKUP_DIR',
    'MAX_FILE_MB',
    'MAX_BOARD_FILES_MB',
    'HOST',
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
    'LOG_LEVEL',
  ];
  const child = spawn(process.execPath, [main], {
    // Started from elsewhere on purpose: nothing may depend on the working directory.
    cwd: folder,
    env: {
      PATH: process.env['PATH'],
      ...Object.fromEntries(unset.map((name) => [name, ''])),
      PORT: '0',
      DATABASE_URL: `file:${databaseFile}`,
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  child.stdout?.on('data', (part: Buffer) => (output += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (output += part.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const running: Running = {
    child,
    get url() {
      return /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? 'http://not-listening';
    },
    output: () => output,
    ended,
  };
  started.push(running);
  return running;
}

/** Waits until it serves. */
export async function ready(running: Running): Promise<Running> {
  await Promise.race([
    new Promise<void>((resolve) => running.child.on('message', (message) => message === 'ready' && resolve())),
    running.ended.then((code) => {
      throw new Error(`It ended with ${String(code)}: ${running.output()}`);
    }),
  ]);
  return running;
}

/** A token, or null where the sign-in is refused. */
export async function signIn(
  url: string,
  credentials = { username: 'user', password: 'password' },
): Promise<string | null> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/auth/login`, { method: 'POST', headers, body: JSON.stringify(credentials) });
  return answer.ok ? tokenAnswer.parse(await answer.json()).token : null;
}

export async function readBoard(url: string, token: string | null): Promise<z.output<typeof boardAnswer>> {
  const answer = await fetch(`${url}/api/board`, { headers: { authorization: `Bearer ${token ?? ''}` } });
  return boardAnswer.parse(await answer.json());
}
