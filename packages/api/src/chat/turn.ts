import { t } from '@talkan/words/words';
import type { ModelConfig } from '../context.js';
import { createAsker } from './endpoint/ask.js';
import { converse, type Concluded, type Conversation } from './conversation.js';
import { ModelFailure, modelTimedOut } from './endpoint/failure.js';
import { rungBelow, type Ladder, type Rung } from './endpoint/ladder.js';
import type { Tell } from './telling/teller.js';
import type { Usage } from './endpoint/usage.js';

/** What a turn is about, and whom it asks. */
export interface Turn extends Omit<Conversation, 'contextTokens'> {
  readonly config: ModelConfig;
  readonly ladder: Ladder;
  /** The person has gone: nobody waits for the answer any more. */
  readonly signal?: AbortSignal | undefined;
}

export interface TurnResult extends Concluded {
  /** On which the model gave its answer. */
  readonly rung: Rung;
  /** Of all answers of the turn together, where told. */
  readonly usage: Usage | null;
  /** How often the model was asked. */
  readonly rounds: number;
}

const IDLE_MS = 30_000;
const TURN_MS = 60_000;
const MAX_BYTES = 4 * 1024 * 1024;

/**
 * Asks the model, on the highest rung that it can stand on, and gives what came of it. Writes nothing.
 * @throws ModelFailure; of the kind `unreadable` where the model answers and no rung helps
 */
export async function runTurn(turn: Turn): Promise<TurnResult> {
  const { config, ladder } = turn;
  const { idleMs = IDLE_MS, turnMs = TURN_MS } = config.patience ?? {};
  const limit = new AbortController();
  const timer = setTimeout(() => {
    limit.abort(
      modelTimedOut(t`The model needed longer than ${Math.ceil(turnMs / 1000)} seconds. Ask for less at a time.`),
    );
  }, turnMs);
  const signal = turn.signal ? AbortSignal.any([turn.signal, limit.signal]) : limit.signal;
  const asker = createAsker(config, ladder, { signal, idleMs, maxBytes: MAX_BYTES });
  const tell: Tell = (progress) => {
    if (!signal.aborted) turn.tell?.(progress);
  };
  let rung = ladder.rungFor(config);
  try {
    for (;;) {
      tell({ kind: 'asked', model: config.model, rung });
      try {
        const concluded = await converse({ ...turn, contextTokens: config.contextTokens, tell }, rung, asker.ask);
        ladder.remember(config, rung);
        return { ...concluded, rung, usage: asker.usage(), rounds: asker.rounds() };
      } catch (error) {
        const below = error instanceof ModelFailure ? rungBelow(rung, error) : null;
        if (below === null) throw error;
        rung = below;
      }
    }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error;
    // Next time there is no need to climb down once more.
    if (error.kind === 'unreadable') ladder.remember(config, rung);
    throw new ModelFailure(error.kind, error.message, { ...error.facts, model: config.model, usage: asker.usage() });
  } finally {
    clearTimeout(timer);
  }
}
