import type { Id } from '@talkan/board/model';
import type { Services } from '../context.js';
import { saidIn, shownOf, type ChatRequest, type GivenAnswer } from './chat-request.js';
import { acceptProposal } from './proposals/accept.js';
import { findAcceptedBy, findWaiting } from './proposals/store.js';

const YES =
  /^(?:yes|yep|yeah|ok|okay|sure|do it|do that|go ahead|confirm|confirmed)(?:,? (?:please|do it|go ahead))?[.!]*$/iu;

/** Does what the last answer proposed where the last message says yes to it; `null`: it says something else, or to nothing. */
export async function acceptInWords(services: Services, request: ChatRequest): Promise<GivenAnswer | null> {
  if (!YES.test(saidIn(request).trim())) return null;
  const proposalId = await proposalMeant(services, request);
  if (proposalId === null) return null;
  const { membership, actorId, changeId } = request;
  const accepted = await acceptProposal(services, { membership, actorId, proposalId, changeId });
  const answer = { command: null, facts: null };
  if (accepted.kind === 'done') {
    const { seq, patches, items, message } = accepted;
    return { ...answer, message, note: '', change: { seq, patches, ...shownOf(items) }, proposal: null };
  }
  const { proposal, message, note } = accepted;
  return { ...answer, message, note, change: null, proposal };
}

async function proposalMeant(services: Services, request: ChatRequest): Promise<Id | null> {
  const { boardId, actorId: userId, changeId, messages, waiting } = request;
  const visitor = { boardId, userId };
  const before = await findAcceptedBy(services.db.read, visitor, changeId);
  if (before) return before.id;
  if (waiting !== undefined) return waiting;
  const answer = messages.at(-2);
  if (answer?.role !== 'assistant') return null;
  return (await findWaiting(services.db.read, visitor, answer.content))?.id ?? null;
}
