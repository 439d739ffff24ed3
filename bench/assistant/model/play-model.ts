import type { TurnFacts } from '@talkan/api/chat/turn-event';
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
import { replyOf } from './reply.ts';
import { openStage, type OnStage, type Stage } from './stage.ts';
import { createTalk, type Talk, type TalkAnswer } from './talk.ts';

interface Asking {
  readonly model: NonNullable<Options['model']>;
  readonly trials: number;
  readonly told: (trial: Trial) => void;
}

/** Says the cases to the built server with this model behind it, as the panel does. One server plays all cases of one moment. */
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
      ...(model.contextTokens !== null && { AI_CONTEXT_TOKENS: String(model.contextTokens) }),
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
  const talk = createTalk({ port, ...board });
  const before: World[] = [];
  const times: number[] = [];
  const facts: TurnFacts[] = [];
  let isHeld = false;
  const trial = (grade: Grade): Trial => ({ case: one, times, facts, isHeld, ...grade });
  try {
    for (const turn of one.turns) {
      before.push(await board.look());
      const began = performance.now();
      const said = await talk.say(turn.say);
      times.push(performance.now() - began);
      facts.push(said.facts);
      isHeld ||= said.proposal !== null;
      const grade = await judge(turn, { said, before, board, talk });
      if (grade.mark !== 'right') return trial({ mark: grade.mark, why: `“${turn.say}”: ${grade.why ?? ''}` });
    }
    return trial({ mark: 'right', why: null });
  } finally {
    await board.clear();
  }
}

interface Turned {
  readonly said: TalkAnswer;
  readonly before: readonly World[];
  readonly board: OnStage;
  readonly talk: Talk;
}

/** What waits for a yes gets it where a change was wanted, as it would from a person who sees that it is the right one. */
async function judge({ expect }: Turn, { said, before, board, talk }: Turned): Promise<Grade> {
  const after = await board.look();
  const start = before.at(-1) ?? after;
  const { text, proposal } = said;
  if (proposal === null) {
    return gradeTurn(expect, { reply: replyOf(expect, { text, before: start, after }), before, after });
  }
  const held = gradeTurn(expect, { reply: { kind: 'asked', choices: [text] }, before, after });
  if (held.mark !== 'refused' || !(await talk.accept(proposal))) return held;
  const done = gradeTurn(expect, { reply: { kind: 'done' }, before, after: await board.look() });
  // A wrong proposal is one that nobody says yes to.
  return done.mark === 'right' ? done : { mark: 'refused', why: `it proposed something else: ${done.why ?? ''}` };
}
