import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startServer } from '../../support/server.ts';
import { apiOf } from '../client.ts';
import type { Summary } from '../summary.ts';
import { faultOf, readTrace, TRACED, type Call } from './trace.ts';

export interface SyncOptions {
  /** Changes that are sent one after the other. */
  readonly single: number;
  /** How often 16 are sent at once. */
  readonly crowds: number;
}

const CROWD = 16;
/** A page of the database and its escapes: a row is to be seen wherever it stands in it. */
const SHOWN_BYTES = 4_200;
/** The tracer writes its last lines after the server is gone. */
const TRACER_MS = 5_000;

export interface Traced {
  readonly summary: Summary;
  readonly calls: readonly Call[];
  readonly changeIds: readonly string[];
}

export function hasStrace(): boolean {
  return spawnSync('strace', ['-V'], { stdio: 'ignore' }).status === 0;
}

/** Looks at the server from below: what it has acknowledged must have been synced before, by the kernel’s own account. */
export async function traceSyncs({ single, crowds }: SyncOptions): Promise<Traced> {
  const folder = mkdtempSync(path.join(tmpdir(), 'talkan-trace-'));
  const trace = path.join(folder, 'trace');
  // With -D the server stays the process that was started, and the tracer goes when it does.
  const strace = ['strace', '-D', '-f', '-yy', '-qq', '-s', String(SHOWN_BYTES), '-e', `trace=${TRACED}`, '-o', trace];
  const server = await startServer({ LOG_LEVEL: 'warn' }, undefined, strace);
  const changeIds: string[] = [];
  try {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ username: 'user', password: 'password' });
    const answer = await fetch(`${server.url}/api/auth/login`, { method: 'POST', headers, body });
    const { boards } = apiOf(server.url, ((await answer.json()) as { token: string }).token);
    const boardId = (await boards.list.query())[0]?.id ?? '';
    const commit = async () => {
      const changeId = `synced-${changeIds.length}-x`;
      changeIds.push(changeId);
      const operations = [
        { type: 'card.create' as const, cardId: changeId, columnId: 'col-backlog', title: 'On the disk' },
      ];
      await boards.commit.mutate({ boardId, changeId, operations });
    };
    for (let turn = 0; turn < single; turn += 1) await commit();
    for (let crowd = 0; crowd < crowds; crowd += 1) await Promise.all(Array.from({ length: CROWD }, commit));
    // An answer that somebody has is not over yet for the kernel; once the next one has come it is.
    await boards.list.query();
    await server.crash();
    const calls = await readWhole(trace, changeIds);
    const faults = changeIds.map((changeId) => faultOf(calls, changeId)).filter((fault) => fault !== null);
    return { summary: { figures: figuresOf(calls, changeIds, { single, crowds }), faults }, calls, changeIds };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readWhole(trace: string, changeIds: readonly string[]): Promise<Call[]> {
  const until = Date.now() + TRACER_MS;
  for (;;) {
    const text = readFileSync(trace, 'utf8');
    const calls = readTrace(text);
    if (text.includes('killed by SIGKILL') || Date.now() > until) return calls;
    const last = changeIds.at(-1);
    if (last !== undefined && faultOf(calls, last) === null && text.endsWith('\n')) return calls;
    await wait(50);
  }
}

function figuresOf(calls: readonly Call[], changeIds: readonly string[], { crowds }: SyncOptions): Summary['figures'] {
  const arrived = calls.findIndex((call) => call.kind === 'received' && call.text.includes(changeIds[0] ?? '?'));
  return {
    'Changes traced from request to answer': changeIds.length,
    [`… of them ${CROWD} at once, in so many crowds`]: crowds,
    'Syncs of the log meanwhile': calls.slice(arrived).filter(({ kind }) => kind === 'synced').length,
  };
}
