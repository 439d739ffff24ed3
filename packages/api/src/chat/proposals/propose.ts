import type { Board } from '@talkan/board/model';
import { itemsOf } from '@talkan/board/review';
import { timeOf } from '../../clock.js';
import type { Services } from '../../context.js';
import type { ChatAnswer, ChatRequest } from '../chat-request.js';
import { tellWaiting } from '../telling/receipt.js';
import { reviewProposed } from './review-proposed.js';
import { keepProposal, type NewProposal } from './store.js';

/** What is to wait for a yes, decided on `board`. */
export interface Proposing extends Pick<NewProposal, 'operations' | 'reason' | 'origin'> {
  readonly board: Board;
}

type Proposed = Pick<ChatAnswer, 'message' | 'note' | 'change'> & {
  readonly proposal: NonNullable<ChatAnswer['proposal']>;
};

/** Shows what a turn would do, and keeps it for whoever says yes to it. */
export async function propose(
  services: Services,
  request: ChatRequest,
  { board, operations, reason, origin }: Proposing,
): Promise<Proposed> {
  const { boardId, actorId, membership } = request;
  const context = { actorId, role: membership.role, now: timeOf(services.clock) };
  const review = await reviewProposed(services.db.read, { board, context }, operations);
  const items = itemsOf(review);
  const told = tellWaiting(items, reason);
  const wanted = { operations, items, reason, seen: review.seen, origin, message: told.message };
  const visitor = { boardId, userId: actorId };
  return { ...told, change: null, proposal: await keepProposal(services, { visitor, board, wanted }) };
}
