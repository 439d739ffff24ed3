import { setTimeout as sleep } from 'node:timers/promises';
import { t } from '@talkan/words/words';
import type { ModelConfig } from '../../context.js';
import type { Completion } from './completion.js';
import type { Ask } from '../conversation.js';
import { ModelFailure, modelFailed } from './failure.js';
import type { Ladder } from './ladder.js';
import { requestCompletion, type Asking, type ModelRequest } from './request.js';
import type { Round } from '../replies/round.js';
import { addUsage, type Usage } from './usage.js';

/** All that is asked of a model in one turn, on whichever rungs. */
export interface Asker {
  readonly ask: Ask;
  /** What it cost so far, where told. */
  usage(): Usage | null;
  /** Answers that were asked for. */
  rounds(): number;
}

/** Models that make one call at a time need a round for each. */
const MAX_ROUNDS = 10;
/** Longer than this a person would rather be told than kept waiting. */
const MAX_WAIT_S = 5;
const SHORT_WAIT_MS = 500;

export function createAsker(config: ModelConfig, ladder: Ladder, bounds: Omit<Asking, 'hearing'>): Asker {
  let isPatient = true;
  let rounds = 0;
  let usage: Usage | null = null;

  async function send(request: ModelRequest, round: Round): Promise<Completion> {
    const asking = { ...bounds, hearing: round.hearing };
    if (!ladder.mayAskUsage(config)) return requestCompletion(config, request, asking);
    try {
      return await requestCompletion(config, { ...request, stream_options: { include_usage: true } }, asking);
    } catch (error) {
      if (!(error instanceof ModelFailure) || !mayBeAboutUsage(error)) throw error;
      const isNamed = error.facts.complaints?.has('usage') === true;
      if (isNamed) ladder.refusesUsage(config);
      round.restart();
      const completion = await requestCompletion(config, request, asking);
      ladder.refusesUsage(config);
      return completion;
    }
  }

  /** Sends a request again once in a turn where the endpoint says that it is only a matter of a moment. */
  async function sendPatiently(request: ModelRequest, round: Round): Promise<Completion> {
    try {
      return await send(request, round);
    } catch (error) {
      const wait = error instanceof ModelFailure ? waitFor(error) : null;
      if (wait === null || !isPatient) throw error;
      isPatient = false;
      round.restart();
      // When the wait itself is ended, the next request says by what.
      await sleep(wait, undefined, { signal: bounds.signal }).catch(() => {});
      return send(request, round);
    }
  }

  return {
    usage: () => usage,
    rounds: () => rounds,
    async ask(request, round) {
      if (++rounds > MAX_ROUNDS) throw modelFailed(t`The model did not come to an end. Ask for less at a time.`);
      const completion = await sendPatiently(request, round);
      usage = addUsage(usage, completion.usage);
      return completion;
    },
  };
}

/** Some say which field they do not know, some only that there is one. */
function mayBeAboutUsage({ kind, facts }: ModelFailure): boolean {
  const { status, complaints } = facts;
  if (kind !== 'failed' || status === 401 || status === 403 || status === 429) return false;
  if (complaints?.has('usage')) return true;
  return (status === 400 || status === 422) && (!complaints || complaints.size === 0);
}

function waitFor({ facts }: ModelFailure): number | null {
  if (!facts.passing) return null;
  if (facts.retryAfter === undefined) return SHORT_WAIT_MS;
  return facts.retryAfter <= MAX_WAIT_S ? facts.retryAfter * 1000 : null;
}
