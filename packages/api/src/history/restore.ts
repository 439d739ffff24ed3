import type { Board, Id } from '@talkan/board/model';
import { isRefusal, type Refusal } from '@talkan/board/refusal';
import { restoreBoard, restoreCardOf, rowsOfPast, type Restoring } from '@talkan/board/restore';
import {
  commitChange,
  planOperations,
  type ChangeRequest,
  type Committed,
  type Plan,
  type Planning,
} from '../boards/commit.js';
import { loadRows } from '../boards/load.js';
import { readMemberIds } from '../boards/members.js';
import type { Services } from '../context.js';
import { boardAt } from './past.js';

export interface RestoreRequest extends ChangeRequest {
  /** The change right after which the board, or the card, was as it is to be again. */
  readonly seq: number;
  /** Only this card. */
  readonly cardId?: Id | undefined;
  /** How far the board's log was when the request came in. */
  readonly now: number;
}

/**
 * Makes a board, or one card of it, what it was, by one new change.
 * @throws RefusalError
 */
export async function restorePast(services: Services, request: RestoreRequest): Promise<Committed> {
  const { boardId, changeId, actorId, origin, seq, cardId } = request;
  // The past stays as it is, so it is looked up before anyone has to wait for this change.
  const past = await boardAt(services, request);
  const change = { boardId, changeId, actorId, origin, body: { restore: { seq, cardId } } };
  const outcome = await commitChange(services, change, (planning) => planRestore(planning, past, cardId));
  return { seq: outcome.seq, patches: outcome.patches };
}

async function planRestore(planning: Planning, past: Board, cardId: Id | undefined): Promise<Plan | Refusal> {
  const { trx, board: now } = planning;
  const rows = rowsOfPast(past).filter((row) => cardId === undefined || row.id === cardId);
  const restoring: Restoring = {
    now,
    past,
    loaded: await loadRows(trx, now, rows),
    people: await readMemberIds(trx, now.id),
  };
  const operations = cardId === undefined ? restoreBoard(restoring) : restoreCardOf(restoring, cardId);
  if (isRefusal(operations)) return operations;
  // Noted even where there is no difference: a retry must not be compared anew with a later board.
  return operations.length === 0 ? { operations, patches: [] } : planOperations(planning, operations);
}
