import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchTalkan, portOf } from '../../servers/talkan.ts';
import { SCRIPTS } from '../boards.ts';
import type { Case, Turn } from '../expect.ts';
import { gradeTurn, type Grade } from '../grade.ts';
import type { Options } from '../options.ts';
import type { Trial } from '../play.ts';
import type { World } from '../world.ts';
import { proposesExpected, replyOf } from './reply.ts';
import { openStage, type OnStage, type Stage } from './stage.ts';

interface Asking {
  readonly model: NonNullable<Options['model']>;
  readonly trials: number;
  readonly told: (trial: Trial) => void;
}

/** Says the cases to the built server with this model behind it, over `POST /api/chat`. One server plays all cases of one moment. */
export async function playWithModel(cases: readonly Case[], asking: Asking): Promise<readonly Trial[]> {
  const trials: Trial[] = [];
  for (const [now, some] of Map.groupBy(cases, momentOf)) {
    const folder = mkdtempSync(path.join(tmpdir(), 'talkan-bench-'));
    try {
      trials.push(...(await playAt(now, some, { ...asking, folder })));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return trials;
}

function momentOf({ board, situation }: Case): string {
  return situation.now ?? SCRIPTS[board].now;
}

async function playAt(
  now: string,
  cases: readonly Case[],
  { model, trials, told, folder }: Asking & { readonly folder: string },
): Promise<readonly Trial[]> {
  const stage = await openStage(`file:${path.join(folder, 'talkan.db')}`, now);
  const running = launchTalkan({
    folder,
    nodeArgs: ['--import', path.join(import.meta.dirname, 'clock.ts')],
    env: {
      BENCH_NOW: String(Date.parse(now)),
      AI_BASE_URL: model.baseUrl,
      AI_MODEL: model.name,
      AI_API_KEY: model.key,
      BACKUPS: '0',
    },
  });
  const done: Trial[] = [];
  try {
    const port = await portOf(running);
    for (const one of cases) {
      for (let trial = 0; trial < trials; trial += 1) {
        const played = await playCase(one, { stage, port });
        done.push(played);
        told(played);
      }
    }
  } finally {
    await running.stop();
    await stage.close();
  }
  return done;
}

async function playCase(one: Case, { stage, port }: { stage: Stage; port: number }): Promise<Trial> {
  const script = SCRIPTS[one.board];
  const board = await stage.putUp(script, one.situation.role ?? script.role);
  const messages: Message[] = [];
  const before: World[] = [];
  const times: number[] = [];
  try {
    for (const turn of one.turns) {
      messages.push({ role: 'user', content: turn.say });
      before.push(await board.look());
      const began = performance.now();
      const text = await say(messages, { port, token: board.token });
      times.push(performance.now() - began);
      messages.push({ role: 'assistant', content: text });
      const grade = await judge(turn, { text, before, board });
      if (grade.mark !== 'right')
        return { case: one, times, mark: grade.mark, why: `“${turn.say}”: ${grade.why ?? ''}` };
    }
    return { case: one, times, mark: 'right', why: null };
  } finally {
    await board.clear();
  }
}

interface Turned {
  readonly text: string;
  readonly before: readonly World[];
  readonly board: OnStage;
}

async function judge({ expect }: Turn, { text, before, board }: Turned): Promise<Grade> {
  const after = await board.look();
  const start = before.at(-1) ?? after;
  const said = { text, before: start, after };
  const reply = replyOf(expect, said);
  if (reply.kind !== 'done' && proposesExpected(expect, said)) return { mark: 'right', why: null };
  return gradeTurn(expect, { reply, before, after });
}

interface Message {
  readonly role: 'user' | 'assistant';
  readonly content: string;
}

/** @throws an Error where the server does not take the question; that the model gives no answer is its answer */
async function say(messages: readonly Message[], { port, token }: { port: number; token: string }): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}/api/chat`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ messages }),
  });
  const body: unknown = await response.json();
  const text = textOf(body);
  if (response.ok || response.status >= 500 || response.status === 429)
    return response.ok ? text : `Nothing was changed: ${text}`;
  if (response.status === 403) return `Nothing was changed: ${text}`;
  throw new Error(`POST /api/chat answered ${response.status}: ${text}`);
}

function textOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return JSON.stringify(body);
  return 'message' in body && typeof body.message === 'string' ? body.message : JSON.stringify(body);
}
