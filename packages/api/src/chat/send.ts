import { isCertain } from '@talkan/board/command/certain';
import { needsYes } from '@talkan/board/needs-yes';
import { isRefusal } from '@talkan/board/refusal';
import type { ModelConfig, Services } from '../context.js';
import { ApiError } from '../refusal-error.js';
import { answerCommand } from './answer-command.js';
import { MAX_ITEMS, saidIn, type ChatAnswer, type ChatRequest } from './chat-request.js';
import { answerAgain, commitTurn, recallTurn } from './commit-turn.js';
import type { Concluded } from './conversation.js';
import { ModelFailure } from './failure.js';
import { ladderOf } from './ladder.js';
import { tellDone, tellProposed, tellRefused, tellUnchanged } from './receipt.js';
import { readStageBase } from './stage-base.js';
import { runTurn } from './turn.js';
import { understandTurn } from './understand-turn.js';

/** The answer comes back as part of the next request, where it must fit. */
const MAX_SAID = 4000;

/**
 * One turn: what the command language understands in full is done without a model, and without one all of it is its. Committed as one
 * change or not at all.
 * @throws ApiError where the model gives no answer, RefusalError where the person may not change the board (any more)
 */
export async function sendChat(services: Services, request: ChatRequest): Promise<ChatAnswer> {
  const turn = await understandTurn(services, request);
  const { kind } = turn.understood;
  const earlier = await recallTurn(services, request, kind === 'undo' || kind === 'redo');
  if (earlier) return answerAgain(services, request, earlier);
  const { model } = request;
  if (model === null || turn.accepted !== null || isCertain(turn.understood, saidIn(request)))
    return answerCommand(services, request, turn);
  return askModel(services, request, model);
}

async function askModel(services: Services, request: ChatRequest, model: ModelConfig): Promise<ChatAnswer> {
  const concluded = await runTurnFor(services, request, model);
  const said =
    concluded.said.length > MAX_SAID ? `${concluded.said.slice(0, MAX_SAID).toWellFormed()}…` : concluded.said;
  const operations = concluded.stage.operations();
  if (concluded.problems.length > 0) return answerOnly(tellRefused(concluded.problems, said));
  if (operations.length === 0) return answerOnly(tellUnchanged(said));

  const reason = needsYes(operations);
  if (reason !== null) {
    const items = concluded.stage.items({ tense: 'proposed' });
    const proposal = { items: items.slice(0, MAX_ITEMS) };
    return { ...tellProposed(items, reason), change: null, proposal, command: null };
  }
  const outcome = await commitTurn(services, request, { operations, origin: 'assistant' });
  if (isRefusal(outcome)) return answerOnly(tellRefused([outcome.message]));
  const { seq, patches, repeated } = outcome;
  if (repeated) return sendChat(services, request);
  const items = concluded.stage.items();
  const change = { seq, patches, items: items.slice(0, MAX_ITEMS) };
  return { ...tellDone(items, said), change, proposal: null, command: null };
}

async function runTurnFor(services: Services, request: ChatRequest, config: ModelConfig): Promise<Concluded> {
  const { messages, signal } = request;
  const base = await readStageBase(services, request);
  try {
    const concluded = await runTurn({ config, ladder: ladderOf(services), base, messages, signal });
    // Whoever has gone sees no answer, and should find no change that he knows nothing of.
    if (signal?.aborted) throw new ModelFailure('aborted', 'The request was given up. Nothing was changed.');
    return concluded;
  } catch (error) {
    throw error instanceof ModelFailure ? apiErrorOf(error) : error;
  }
}

function answerOnly(message: string): ChatAnswer {
  return { message, note: message, change: null, proposal: null, command: null };
}

function apiErrorOf(failure: ModelFailure): ApiError {
  const { message, facts } = failure;
  switch (failure.kind) {
    case 'timeout':
      return new ApiError({ kind: 'gateway_timeout', message }, { cause: failure });
    case 'aborted':
    case 'failed': {
      const wait = facts.retryAfter === undefined ? {} : { retryAfter: facts.retryAfter };
      return new ApiError({ kind: 'bad_gateway', message, ...wait }, { cause: failure });
    }
  }
}
