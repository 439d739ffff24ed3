import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { budgetFor } from '../chat/prompt/context-budget.js';
import { createLadder, ladderOf, type Rung } from '../chat/endpoint/ladder.js';
import { ModelFailure } from '../chat/endpoint/failure.js';
import { createReadTools } from '../chat/lookups/read-tools.js';
import type { MakeReadTools } from '../chat/lookups/reads.js';
import { runTurn } from '../chat/turn.js';
import type { Usage } from '../chat/endpoint/usage.js';
import { timeOf } from '../clock.js';
import type { ModelConfig, Services } from '../context.js';
import { admit, noteUse } from './limits.js';
import { askable } from './model.js';
import { knownOf, probeEndpoint } from './probe.js';
import { isToyAnswer, TOY_QUESTION, toyBase } from './toy-board.js';
import { adviceFor, NOT_DONE, OUT_OF_TIME } from './try-advice.js';

/** What came of trying a model. */
export interface Tried {
  /** What is in the way, and what to do; `null`: nothing, it does what it was asked. */
  readonly problem: string | null;
  /** Whether the endpoint’s list of models names it; `null`: it has none. */
  readonly listed: boolean | null;
  /** How it could be asked for changes; `null`: it gave no answer. */
  readonly rung: Rung | null;
  /** What it holds at once, where the endpoint tells. */
  readonly contextTokens: number | null;
  readonly usage: Usage | null;
  readonly durationMs: number;
}

export interface Trying {
  /** As it is set, without a key where it needs none. */
  readonly config: ModelConfig;
  readonly userId: Id;
  readonly signal: AbortSignal | undefined;
}

const PATIENCE_MS = 60_000;

/**
 * Asks a model for one small change to a toy board, from the top of the ladder down to where it stands. Nothing of anybody’s is sent.
 * @throws ApiError 429 where too much was asked already
 */
export async function tryModel(services: Services, trying: Trying): Promise<Tried> {
  const use = await admit(services, trying.userId);
  const began = performance.now();
  const limit = AbortSignal.timeout(PATIENCE_MS);
  const signal = trying.signal ? AbortSignal.any([trying.signal, limit]) : limit;
  let tried: Omit<Tried, 'durationMs'> = NOTHING;
  try {
    tried = await askWithin(services, trying, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    tried = { ...NOTHING, problem: limit.aborted ? OUT_OF_TIME() : t`Stopped.` };
  } finally {
    await noteUse(services, { id: use, boardId: null, usage: tried.usage });
  }
  return { ...tried, durationMs: Math.round(performance.now() - began) };
}

const NOTHING = { problem: null, listed: null, rung: null, contextTokens: null, usage: null } as const;

async function askWithin(
  services: Services,
  { config, userId }: Trying,
  signal: AbortSignal,
): Promise<Omit<Tried, 'durationMs'>> {
  const probe = await probeEndpoint(config, signal);
  if (probe.kind === 'failed') return { ...NOTHING, problem: probe.problem };
  const known = knownOf(probe, config.model);
  const facts = { ...NOTHING, listed: known.listed, contextTokens: known.contextTokens };
  try {
    const { lookups: room } = budgetFor(config.contextTokens);
    const base = toyBase(userId, timeOf(services.clock));
    const messages = [{ role: 'user', content: TOY_QUESTION }] as const;
    const makeReadTools: MakeReadTools = (names) => createReadTools({ services, base, names, room });
    const turn = {
      config: askable(config),
      ladder: createLadder(services.clock),
      base,
      messages,
      makeReadTools,
      signal,
    };
    const { stage, problems, rung, usage } = await runTurn(turn);
    // Whoever saves it now need not climb down again at the first question.
    ladderOf(services).remember(config, rung);
    const isDone = problems.length === 0 && isToyAnswer(stage.operations());
    return { ...facts, rung, usage, problem: isDone ? null : NOT_DONE() };
  } catch (error) {
    if (!(error instanceof ModelFailure) || signal.aborted) throw error;
    return { ...facts, usage: error.facts.usage ?? null, problem: adviceFor(error, config, known) };
  }
}
