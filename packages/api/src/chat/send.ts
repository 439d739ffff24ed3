import type { Understanding } from '@talkan/board/command/command';
import { isCertain } from '@talkan/board/command/certain';
import { isRefusal } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { admit, noteUse } from '../assistant/limits.js';
import type { ModelConfig, Services } from '../context.js';
import { ApiError } from '../refusal-error.js';
import { acceptInWords } from './accept-in-words.js';
import { answerCommand } from './commands/answer-command.js';
import { answerPasted } from './commands/answer-pasted.js';
import { saidIn, shownOf, type ChatRequest, type GivenAnswer } from './chat-request.js';
import { budgetFor } from './prompt/context-budget.js';
import { answerAgain, commitTurn, recallTurn } from './commit-turn.js';
import { cutText } from './telling/cut-text.js';
import { ModelFailure, NOTHING_CHANGED } from './endpoint/failure.js';
import { ladderOf, type Rung } from './endpoint/ladder.js';
import { waitReason } from './policy.js';
import { propose } from './proposals/propose.js';
import { tellDone, tellRefused, tellUnchanged } from './telling/receipt.js';
import { scopeOf } from './scope/goes-beyond.js';
import type { StageBase } from './staging/stage.js';
import { readStageBase } from './staging/stage-base.js';
import { createReadTools } from './lookups/read-tools.js';
import type { MakeReadTools } from './lookups/reads.js';
import { runTurn, type TurnResult } from './turn.js';
import { understandTurn, type UnderstoodTurn } from './commands/understand-turn.js';
import type { Usage } from './endpoint/usage.js';

const BY_COMMANDS = () =>
  t`The model’s answer could not be understood, so this is answered without it, as a typed command is.`;

/** The answer comes back as part of the next request, where it must fit. */
const MAX_SAID = 4000;

/**
 * One turn: what the command language understands in full is done without a model, and without one all of it is its. Committed as one
 * change, or kept as a proposal, or neither.
 * @throws ApiError where the model gives no answer, RefusalError where the person may not change the board (any more)
 */
export async function sendChat(services: Services, request: ChatRequest): Promise<GivenAnswer> {
  const accepted = await acceptInWords(services, request);
  if (accepted) return accepted;
  const turn = await understandTurn(services, request);
  const { kind } = turn.understood;
  const earlier = await recallTurn(services, request, kind === 'undo' || kind === 'redo');
  if (earlier) return answerAgain(services, request, earlier);
  const { model, pasted } = request;
  if (model === null && pasted !== null && kind === 'refused') return answerPasted(services, request, pasted);
  // Of a pasted text the command language knows nothing.
  if (model === null || (pasted === null && isCertain(turn.understood, saidIn(request))))
    return answerCommand(services, request, turn);
  try {
    return await askModel(services, request, { model, understood: turn.understood });
  } catch (error) {
    // What was asked too often of the model may be plain enough to be answered without it.
    if (isTooMuch(error) && pasted === null && kind !== 'refused') return answerCommand(services, request, turn);
    if (!(error instanceof ModelFailure)) throw error;
    if (error.kind !== 'unreadable' || request.signal?.aborted) throw apiErrorOf(error);
    const facts = factsOf(model, 'commands', error.facts.usage ?? null);
    return { ...(await answerWithoutModel(services, request, turn)), facts };
  }
}

async function askModel(
  services: Services,
  request: ChatRequest,
  { model, understood }: Understood,
): Promise<GivenAnswer> {
  const base = await readStageBase(services, request);
  const concluded = await runTurnFor(services, request, { model, base });
  // Whoever has gone sees no answer, and should find no change that they know nothing of.
  if (request.signal?.aborted)
    throw new ModelFailure('aborted', `${t`The request was given up.`} ${NOTHING_CHANGED()}`);
  const facts = factsOf(model, concluded.rung, concluded.usage);
  const said = shownWords(concluded.said);
  const operations = concluded.stage.operations();
  const answerOnly = (message: string): GivenAnswer => {
    return { message, note: message, change: null, proposal: null, command: null, facts };
  };
  if (concluded.problems.length > 0) return answerOnly(tellRefused(concluded.problems, said));
  if (operations.length === 0) return answerOnly(tellUnchanged(said, concluded.hasRead));

  const reason = waitReason(operations, { ...request, scope: scopeOf(request, base, understood) });
  if (reason !== null) {
    const { board } = base;
    const proposed = await propose(services, request, { board, operations, reason, origin: 'assistant' });
    return { ...proposed, command: null, facts };
  }
  const outcome = await commitTurn(services, request, { operations, origin: 'assistant' });
  if (isRefusal(outcome)) return answerOnly(tellRefused([outcome.message]));
  const { seq, patches, repeated } = outcome;
  if (repeated) return sendChat(services, request);
  const items = concluded.stage.items();
  const change = { seq, patches, ...shownOf(items) };
  return { ...tellDone(items, said), change, proposal: null, command: null, facts };
}

interface Understood {
  readonly model: ModelConfig;
  /** What the command language makes of it. */
  readonly understood: Understanding;
}

interface Asking {
  readonly model: ModelConfig;
  readonly base: StageBase;
}

async function runTurnFor(services: Services, request: ChatRequest, { model, base }: Asking): Promise<TurnResult> {
  const { messages, pasted, signal, boardId, tell } = request;
  const id = await admit(services, request.actorId);
  const { lookups: room } = budgetFor(model.contextTokens);
  const makeReadTools: MakeReadTools = (names) => createReadTools({ services, base, names, room });
  let usage: Usage | null = null;
  try {
    const ladder = ladderOf(services);
    const result = await runTurn({ config: model, ladder, base, messages, pasted, makeReadTools, tell, signal });
    ({ usage } = result);
    return result;
  } catch (error) {
    if (error instanceof ModelFailure) usage = error.facts.usage ?? usage;
    throw error;
  } finally {
    await noteUse(services, { id, boardId, usage });
  }
}

/** What of the model’s words is shown: as much as comes back with the next request, and no image, for which somebody’s page would go elsewhere. */
function shownWords(said: string): string {
  return cutText(said.replaceAll('![', '['), MAX_SAID);
}

function factsOf(model: ModelConfig, rung: Rung | 'commands', usage: Usage | null): GivenAnswer['facts'] {
  const tokens = usage && { prompt: usage.prompt, completion: usage.completion };
  return { model: model.model, rung, tokens, cost: usage?.cost ?? null };
}

/** The last rung of the ladder: of a model that answers, but in no form that can be read. */
async function answerWithoutModel(
  services: Services,
  request: ChatRequest,
  turn: UnderstoodTurn,
): Promise<GivenAnswer> {
  const answer = await answerCommand(services, request, turn);
  const told = (words: string) => [BY_COMMANDS(), words].join('\n\n').trim();
  return { ...answer, message: told(answer.message), note: told(answer.note) };
}

function isTooMuch(error: unknown): boolean {
  return error instanceof ApiError && error.problem.kind === 'too_many_requests';
}

function apiErrorOf(failure: ModelFailure): ApiError {
  const { message, facts } = failure;
  switch (failure.kind) {
    case 'timeout':
      return new ApiError({ kind: 'gateway_timeout', message }, { cause: failure });
    case 'aborted':
    case 'unreadable':
    case 'failed': {
      const wait = facts.retryAfter === undefined ? {} : { retryAfter: facts.retryAfter };
      return new ApiError({ kind: 'bad_gateway', message, ...wait }, { cause: failure });
    }
  }
}
