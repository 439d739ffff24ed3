import { setTimeout as sleep } from 'node:timers/promises';
import type { ModelConfig } from '../context.js';
import type { Completion } from './completion.js';
import { converse, type Concluded, type Conversation } from './conversation.js';
import { ModelFailure, modelTimedOut } from './failure.js';
import { rungBelow, type Ladder } from './ladder.js';
import { mayChange } from './stage.js';
import { requestCompletion, type ModelRequest, type RequestBounds } from './request.js';

/** What a turn is about, and whom it asks. */
export interface Turn extends Omit<Conversation, 'ask'> {
  readonly config: ModelConfig;
  readonly ladder: Ladder;
  /** The person has gone: nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

const IDLE_MS = 30_000;
const TURN_MS = 180_000;
const MAX_BYTES = 4 * 1024 * 1024;
/** Longer than this a person would rather be told than kept waiting. */
const MAX_WAIT_S = 5;
const SHORT_WAIT_MS = 500;

/**
 * Asks the model, on the highest rung that it can stand on, and gives what came of it. Writes nothing.
 * @throws ModelFailure
 */
export async function runTurn(turn: Turn): Promise<Concluded> {
  const { config, ladder } = turn;
  const { idleMs = IDLE_MS, turnMs = TURN_MS } = config.patience ?? {};
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort(
      modelTimedOut(`The model needed longer than ${Math.ceil(turnMs / 1000)} seconds. Ask for less at a time.`),
    );
  }, turnMs);
  const signal = turn.signal ? AbortSignal.any([turn.signal, limit.signal]) : limit.signal;
  const ask = createAsk(config, { signal, idleMs, maxBytes: MAX_BYTES });
  try {
    // Who may only look is asked in plain words, which no endpoint refuses.
    if (!mayChange(turn.base)) return await converse({ ...turn, ask }, 'json');
    let rung = ladder.rungFor(config);
    for (;;) {
      try {
        const concluded = await converse({ ...turn, ask }, rung);
        ladder.remember(config, rung);
        return concluded;
      } catch (error) {
        const below = error instanceof ModelFailure ? rungBelow(rung, error) : null;
        if (below === null) throw error;
        rung = below;
      }
    }
  } finally {
    clearTimeout(timer);
  }
}

/** Sends a request again once in a turn where the endpoint says that it is only a matter of a moment. */
function createAsk(config: ModelConfig, bounds: RequestBounds): (request: ModelRequest) => Promise<Completion> {
  let patient = true;
  return async (request) => {
    try {
      return await requestCompletion(config, request, bounds);
    } catch (error) {
      const wait = error instanceof ModelFailure ? waitFor(error) : null;
      if (wait === null || !patient) throw error;
      patient = false;
      // When the wait itself is ended, the next request says by what.
      await sleep(wait, undefined, { signal: bounds.signal }).catch(() => {});
      return requestCompletion(config, request, bounds);
    }
  };
}

function waitFor({ facts }: ModelFailure): number | null {
  if (!facts.passing) return null;
  if (facts.retryAfter === undefined) return SHORT_WAIT_MS;
  return facts.retryAfter <= MAX_WAIT_S ? facts.retryAfter * 1000 : null;
}
