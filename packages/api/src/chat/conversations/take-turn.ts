import type { Id } from '@talkan/board/model';
import type { Patch } from '@talkan/board/patch';
import { t } from '@talkan/words/words';
import { readBoard } from '../../boards/load.js';
import type { Membership } from '../../boards/members.js';
import type { ModelConfig, Services } from '../../context.js';
import { ApiError, RefusalError } from '../../refusal-error.js';
import type { GivenAnswer, ChatRequest } from '../chat-request.js';
import { createEventQueue } from '../telling/event-queue.js';
import { ModelFailure } from '../endpoint/failure.js';
import { sendChat } from '../send.js';
import type { ChatTurn, TurnEvent, TurnFacts } from '../turn-event.js';
import { beginTurn, findTurn } from './begin.js';
import { messagesOf } from './messages-of.js';
import { readMode } from './mode.js';
import { endTurn, readTurn, readTurns, type Ending } from './turns.js';

/** A question that is asked in a conversation. */
export interface TurnRequest extends Pick<ChatRequest, 'timeZone' | 'dateOrder' | 'pasted'> {
  readonly membership: Membership;
  readonly actorId: Id;
  readonly model: ModelConfig | null;
  readonly conversationId: Id;
  /** The change that it makes is known by it, too. */
  readonly turnId: Id;
  readonly text: string;
  readonly replaces: Id | null;
  /** The person has gone, or wants it to stop. */
  readonly signal?: AbortSignal | undefined;
}

const STOPPED = () => t`Stopped. Nothing was changed.`;
const FAILED = () => t`Something went wrong on the server. Try again in a moment.`;

/** Takes a turn and tells how it goes. Whatever becomes of it is kept in the conversation. */
export async function* takeTurn(services: Services, request: TurnRequest): AsyncGenerator<TurnEvent> {
  const { membership, actorId, conversationId, turnId, text, pasted, replaces } = request;
  const visitor = { boardId: membership.boardId, userId: actorId };
  const begun = await beginTurn(services, { visitor, conversationId, turnId, text, pasted, replaces });
  yield { kind: 'begun', conversationId, turnId };
  if (begun === 'answered') {
    yield { kind: 'answer', turn: await readBack(services, request), patches: null };
    return;
  }
  const gone = new AbortController();
  const signal = request.signal ? AbortSignal.any([request.signal, gone.signal]) : gone.signal;
  const queue = createEventQueue<TurnEvent>();
  const work = answer(services, { ...request, signal }, queue.push).finally(queue.end);
  try {
    yield* queue.take();
  } finally {
    // Whoever stops taking what is told has gone.
    gone.abort();
    // oxlint-disable-next-line no-unsafe-finally -- Its failure is this one's.
    await work;
  }
}

async function answer(services: Services, request: TurnRequest, tell: (event: TurnEvent) => void): Promise<void> {
  const named = { boardId: request.membership.boardId, turnId: request.turnId };
  const began = performance.now();
  try {
    const answered = await sendChat(services, await requestOf(services, request, tell));
    await endTurn(services, named, endingOf(answered, performance.now() - began));
    const patches: readonly Patch[] | null = answered.change?.patches ?? null;
    tell({ kind: 'answer', turn: await readBack(services, request), patches });
  } catch (error) {
    const facts = factsOf(error, performance.now() - began);
    const ending: Ending = request.signal?.aborted
      ? { state: 'stopped', problem: STOPPED(), facts }
      : { state: 'failed', problem: problemOf(error), facts };
    await endTurn(services, named, ending);
    throw error;
  }
}

async function requestOf(
  services: Services,
  request: TurnRequest,
  tell: (event: TurnEvent) => void,
): Promise<ChatRequest> {
  const { membership, actorId, turnId, conversationId, text, ...rest } = request;
  const { boardId } = membership;
  const visitor = { boardId, userId: actorId };
  const board = await readBoard(services, boardId, membership.seq);
  const earlier = (await readTurns(services, { visitor, board }, conversationId)).filter(({ id }) => id !== turnId);
  const last = earlier.at(-1);
  const shown = last?.answer?.proposal;
  return {
    ...rest,
    boardId,
    membership,
    actorId,
    changeId: turnId,
    body: { turn: text, pasted: request.pasted },
    messages: [...messagesOf(earlier), { role: 'user', content: text }],
    spoken: last?.answer?.command?.spoken,
    waiting: shown?.state === 'waits' ? shown.id : null,
    asksFirst: await readMode(services.db.read, visitor),
    isStanding: async (db) => (await findTurn(db, boardId, turnId)) !== undefined,
    tell,
  };
}

function endingOf(answered: GivenAnswer, durationMs: number): Ending {
  const { message, note, change, proposal, command, facts } = answered;
  const { model = null, rung = null, tokens = null, cost = null } = facts ?? {};
  const { items = [], count = 0 } = change ?? {};
  return {
    state: 'answered',
    answer: { message, note, items, count, command },
    seq: change?.seq ?? null,
    proposalId: proposal?.id ?? null,
    facts: { model, rung, tokens, cost, durationMs: Math.round(durationMs) },
  };
}

async function readBack(services: Services, { membership, actorId, turnId }: TurnRequest): Promise<ChatTurn> {
  const { boardId } = membership;
  const board = await readBoard(services, boardId, membership.seq);
  const turn = await readTurn(services, { visitor: { boardId, userId: actorId }, board }, turnId);
  // It was deleted in another tab while it was answered.
  if (!turn) throw new ApiError({ kind: 'unavailable', message: t`This conversation was deleted in the meantime.` });
  return turn;
}

/** What a turn took that came to no answer. */
function factsOf(error: unknown, durationMs: number): TurnFacts {
  const cause = error instanceof ApiError ? error.cause : error;
  const { model = null, usage = null } = cause instanceof ModelFailure ? cause.facts : {};
  const tokens = usage && { prompt: usage.prompt, completion: usage.completion };
  return { model, rung: null, tokens, cost: usage?.cost ?? null, durationMs: Math.round(durationMs) };
}

/** What may be kept of a failure: sentences that were made for people. */
function problemOf(error: unknown): string {
  return error instanceof ApiError || error instanceof RefusalError ? error.message : FAILED();
}
