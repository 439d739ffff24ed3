import type { Id } from '@talkan/board/model';
import { isRefusal, type Refusal } from '@talkan/board/refusal';
import type { Patch } from '@talkan/board/patch';
import { commitChange, planOperations, recallChange } from '../boards/commit.js';
import { readBoard } from '../boards/load.js';
import type { LoggedChange } from '../boards/log.js';
import type { Membership } from '../boards/members.js';
import { timeOf } from '../clock.js';
import type { ModelConfig, Services } from '../context.js';
import { ApiError, RefusalError } from '../refusal-error.js';
import { readArchive } from './archive.js';
import type { Concluded } from './conversation.js';
import { ModelFailure } from './failure.js';
import { ladderOf } from './ladder.js';
import type { ChatMessage } from './prompt.js';
import { describeLogged, needsYes, tellDone, tellProposed, tellRefused, tellUnchanged } from './receipt.js';
import type { Item } from './stage.js';
import { runTurn } from './turn.js';

export interface ChatRequest {
  readonly boardId: Id;
  readonly changeId: Id;
  readonly messages: readonly ChatMessage[];
  readonly membership: Membership;
  readonly actorId: Id;
  readonly model: ModelConfig;
  readonly signal?: AbortSignal | undefined;
}

export interface ChatAnswer {
  /** For the person. Says what was done in the words of the history, never what the model only claims. */
  readonly message: string;
  /** The message without the list of what was or would be done, for a screen that shows the items itself; may be empty. */
  readonly note: string;
  readonly change: { readonly seq: number; readonly patches: readonly Patch[]; readonly items: readonly Item[] } | null;
  /** What the turn would have done. Nothing of it was. */
  readonly proposal: { readonly items: readonly Item[] } | null;
}

/** Items in an answer; the message says how many there were. */
const MAX_ITEMS = 200;
/** The answer comes back as part of the next request, where it must fit. */
const MAX_SAID = 4000;

/**
 * One turn with the model, committed as one change or not at all.
 * @throws ApiError where the model gives no answer, RefusalError where the person may not change the board (any more)
 */
export async function sendChat(services: Services, request: ChatRequest): Promise<ChatAnswer> {
  const earlier = await recallChange(services.db.lookUp, { ...request, body: bodyOf(request) });
  if (earlier) return answerAgain(services, request, earlier);

  const concluded = await runTurnFor(services, request);
  const said =
    concluded.said.length > MAX_SAID ? `${concluded.said.slice(0, MAX_SAID).toWellFormed()}…` : concluded.said;
  const operations = concluded.stage.operations();
  if (concluded.problems.length > 0) return answerOnly(tellRefused(concluded.problems, said));
  if (operations.length === 0) return answerOnly(tellUnchanged(said));

  const reason = needsYes(operations);
  if (reason !== null) {
    const items = concluded.stage.items('proposed');
    return { ...tellProposed(items, reason), change: null, proposal: { items: items.slice(0, MAX_ITEMS) } };
  }
  const outcome = await commit(services, request, concluded);
  if (isRefusal(outcome)) return answerOnly(tellRefused([outcome.message]));
  const { seq, patches, repeated } = outcome;
  if (repeated) return sendChat(services, request);
  const items = concluded.stage.items();
  return { ...tellDone(items, said), change: { seq, patches, items: items.slice(0, MAX_ITEMS) }, proposal: null };
}

async function runTurnFor(services: Services, request: ChatRequest): Promise<Concluded> {
  const { boardId, membership, actorId, model: config, messages, signal } = request;
  const board = await readBoard(services, boardId, membership.seq);
  const archive = await readArchive(services.db.read, boardId);
  const context = { actorId, role: membership.role, now: timeOf(services.clock) };
  try {
    const base = { board, archive, context };
    const concluded = await runTurn({ config, ladder: ladderOf(services), base, messages, signal });
    // Whoever has gone sees no answer, and should find no change that he knows nothing of.
    if (signal?.aborted) throw new ModelFailure('aborted', 'The request was given up. Nothing was changed.');
    return concluded;
  } catch (error) {
    throw error instanceof ModelFailure ? apiErrorOf(error) : error;
  }
}

async function commit(
  services: Services,
  request: ChatRequest,
  { stage }: Concluded,
): Promise<Awaited<ReturnType<typeof commitChange>> | Refusal> {
  const { boardId, changeId, actorId } = request;
  const change = { boardId, changeId, actorId, origin: 'assistant', body: bodyOf(request) } as const;
  try {
    return await commitChange(services, change, (planning) => planOperations(planning, stage.operations()));
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const { refusal } = error;
    // The board is another one by now: an answer. The role is: an error, as everywhere.
    if (refusal.code === 'forbidden' || refusal.ids.includes(changeId) || refusal.ids.includes(boardId)) throw error;
    return refusal;
  }
}

/** What was asked for; the operations are the model's, and other ones each time. */
function bodyOf(request: ChatRequest): unknown {
  return { chat: request.messages };
}

async function answerAgain(services: Services, request: ChatRequest, change: LoggedChange): Promise<ChatAnswer> {
  const { boardId, membership } = request;
  const board = await readBoard(services, boardId, Math.max(membership.seq, change.seq));
  const items = await describeLogged(services.db.read, board, change);
  const { seq, patches } = change;
  return { ...tellDone(items, ''), change: { seq, patches, items: items.slice(0, MAX_ITEMS) }, proposal: null };
}

function answerOnly(message: string): ChatAnswer {
  return { message, note: message, change: null, proposal: null };
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
