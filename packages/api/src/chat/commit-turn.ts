import type { Origin } from '@talkan/board/change';
import type { Operation } from '@talkan/board/operations';
import { refuse, type Refusal } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { commitChange, planOperations, recallChange, type Outcome } from '../boards/commit.js';
import { readBoard } from '../boards/load.js';
import { findClientsChange, type LoggedChange } from '../boards/log.js';
import type { Services } from '../context.js';
import { RefusalError } from '../refusal-error.js';
import { shownOf, MAX_SPOKEN, type GivenAnswer, type ChatRequest, type CommandReply } from './chat-request.js';
import { describeLogged, tellCommanded, tellDone } from './telling/receipt.js';

/** What a turn writes, and by which door it came. */
export interface Writing {
  readonly operations: readonly Operation[];
  readonly origin: Extract<Origin, 'assistant' | 'command'>;
}

const TAKEN_BACK = () => t`This question was deleted in the meantime. Nothing was changed.`;

/** Commits what a turn came to as one change. @throws RefusalError where the person may not (any more) */
export async function commitTurn(
  services: Services,
  request: ChatRequest,
  { operations, origin }: Writing,
): Promise<Outcome | Refusal> {
  const { boardId, changeId, actorId } = request;
  const change = { boardId, changeId, actorId, origin, body: request.body };
  try {
    return await commitChange(services, change, async (planning) => {
      // Nobody who has taken back a question should find a change that they know nothing of.
      const isStanding = await request.isStanding?.(planning.trx);
      return isStanding === false
        ? refuse('not_found', TAKEN_BACK(), [changeId])
        : planOperations(planning, operations);
    });
  } catch (error) {
    return refusalOf(error, request);
  }
}

/** The board is another one by now: an answer. The role is, or the change id was used: an error, as everywhere. */
export function refusalOf(error: unknown, { changeId, boardId }: ChatRequest): Refusal {
  if (!(error instanceof RefusalError)) throw error;
  const { refusal } = error;
  if (refusal.code === 'forbidden' || refusal.ids.includes(changeId) || refusal.ids.includes(boardId)) throw error;
  return refusal;
}

/** What was committed under this request's change id already, if anything was. @throws RefusalError where it was something else */
export async function recallTurn(
  { db }: Services,
  request: ChatRequest,
  isUndo: boolean,
): Promise<LoggedChange | undefined> {
  if (isUndo) {
    const { boardId, changeId, actorId } = request;
    const earlier = await findClientsChange(db.lookUp, boardId, changeId);
    // An undo is logged as what it undoes, which by now is something else than what would be undone next.
    if (earlier?.actorId === actorId && earlier.undoes !== undefined) return earlier;
  }
  return recallChange(db.lookUp, request);
}

export async function answerAgain(
  services: Services,
  request: ChatRequest,
  change: LoggedChange,
): Promise<GivenAnswer> {
  const { boardId, membership } = request;
  const board = await readBoard(services, boardId, Math.max(membership.seq, change.seq));
  const items = await describeLogged(services.db.read, board, change);
  const { seq, patches, origin, operations } = change;
  const done = { change: { seq, patches, ...shownOf(items) }, proposal: null };
  if (origin === 'assistant') return { ...tellDone(items, ''), ...done, command: null, facts: null };
  const spoken = [...new Set(operations.flatMap((operation) => ('cardId' in operation ? [operation.cardId] : [])))];
  return {
    ...tellCommanded(items, board),
    ...done,
    command: commandReply({ spoken }),
    facts: null,
  };
}

export function commandReply(reply: Partial<CommandReply>): CommandReply {
  const { asked = null, suggestions = [], filter = null, spoken = [] } = reply;
  return { asked, suggestions, filter, spoken: spoken.length > MAX_SPOKEN ? [] : spoken };
}
