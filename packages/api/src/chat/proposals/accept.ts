import type { Board, Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { Patch } from '@talkan/board/patch';
import { refuse, type Refusal } from '@talkan/board/refusal';
import { itemsOf, type Item, type Review } from '@talkan/board/review';
import { t } from '@talkan/words/words';
import { commitChange, type Plan, type Planning } from '../../boards/commit.js';
import { readBoard } from '../../boards/load.js';
import { findClientsChange } from '../../boards/log.js';
import type { Membership } from '../../boards/members.js';
import type { Services } from '../../context.js';
import { RefusalError } from '../../refusal-error.js';
import { describeLogged, tellCommanded, tellWaiting, type Told } from '../telling/receipt.js';
import type { Proposal } from '../turn-event.js';
import { reviewProposed } from './review-proposed.js';
import { findProposal, proposalOf, showAnew, type ProposalRow } from './store.js';

export interface Accepting {
  readonly membership: Membership;
  readonly actorId: Id;
  readonly proposalId: Id;
  readonly changeId: Id;
  /** What is left of it, and what that would do as it was shown; left out: all of it, as it was shown last. */
  readonly chosen?: { readonly operations: readonly Operation[]; readonly seen: string } | undefined;
}

export interface AcceptedChange {
  readonly kind: 'done';
  readonly seq: number;
  readonly patches: readonly Patch[];
  readonly items: readonly Item[];
  readonly message: string;
}

/** What became of a yes. */
export type Accepted =
  | AcceptedChange
  /** It would do something else by now: it is to be looked at again. `problems`: what can no longer be done of it. */
  | ({ readonly kind: 'changed'; readonly proposal: Proposal; readonly problems: readonly string[] } & Told);

const GONE = () => t`There is no such proposal any more. Ask again for what you want.`;
const ANSWERED = () => t`This proposal was answered already. Ask again for what you want.`;

/**
 * Does what a proposal shows, as one change, if that is still just what it would do.
 * @throws RefusalError where there is none, or it was answered otherwise, or the role does not allow it (any more)
 */
export async function acceptProposal(services: Services, accepting: Accepting): Promise<Accepted> {
  const { membership, actorId, proposalId, changeId, chosen } = accepting;
  const { boardId } = membership;
  const visitor = { boardId, userId: actorId };
  const row = await findProposal(services.db.read, visitor, proposalId);
  if (!row) throw new RefusalError(refuse('not_found', GONE(), [proposalId]));
  if (row.state !== 'waits') return answeredBefore(services, accepting, row);

  const answered = refuse('conflict', ANSWERED(), [proposalId]);
  const operations = chosen?.operations ?? (JSON.parse(row.operations) as Operation[]);
  const expected = chosen?.seen ?? row.seen;
  let differing: { readonly review: Review; readonly board: Board } | undefined;
  async function plan(planning: Planning): Promise<Plan | Refusal | null> {
    const { trx, board } = planning;
    // Asked again under the write lock: another yes, or a no, may have come in the meantime.
    if ((await findProposal(trx, visitor, proposalId))?.state !== 'waits') return answered;
    const review = await reviewProposed(trx, planning, operations);
    if (review.seen !== expected || review.steps.some(({ problem }) => problem !== null)) {
      differing = { review, board };
      return null;
    }
    const seq = board.seq + 1;
    await trx
      .updateTable('proposals')
      .set({ state: 'accepted', change_id: changeId })
      .where('board_id', '=', boardId)
      .where('id', '=', proposalId)
      .execute();
    await trx
      .updateTable('turns')
      .set({ seq })
      .where('board_id', '=', boardId)
      .where('proposal_id', '=', proposalId)
      .execute();
    // What is so already is nothing that was done here, unless there is nothing else.
    const done = review.steps.flatMap(({ operation, idle }) => (idle ? [] : operation));
    return { operations: done.length > 0 ? done : operations, patches: review.patches };
  }
  const body = { accept: proposalId, operations };
  await commitChange(services, { boardId, changeId, actorId, origin: row.origin, body }, plan);
  if (!differing) return answeredBefore(services, accepting, { ...row, change_id: changeId });
  const { review, board } = differing;
  const problems = review.steps.flatMap(({ problem }) => problem ?? []);
  const told = tellWaiting(itemsOf(review), whyAnew(problems));
  const anew = { review, operations, message: told.message, isWhole: !chosen };
  const proposal = await proposalOf(services.db.read, board, await showAnew(services, row, anew));
  return { kind: 'changed', proposal, problems, ...told };
}

/** Why something that was said yes to waits again. */
function whyAnew([problem]: readonly string[]): string {
  return problem === undefined
    ? t`The board has changed since, and this would do something else now`
    : t`The board has changed since (${problem.replace(/\.$/, '')})`;
}

/** The change that a proposal has become, told anew from the log. */
async function answeredBefore(
  services: Services,
  { membership, changeId, proposalId }: Accepting,
  row: ProposalRow,
): Promise<AcceptedChange> {
  const { boardId } = membership;
  const change = row.change_id === changeId && (await findClientsChange(services.db.lookUp, boardId, changeId));
  if (!change) throw new RefusalError(refuse('conflict', ANSWERED(), [proposalId]));
  const { seq, patches } = change;
  const board = await readBoard(services, boardId, Math.max(membership.seq, seq));
  const items = await describeLogged(services.db.read, board, change);
  return { kind: 'done', seq, patches, items, message: tellCommanded(items, board).message };
}
