import { randomUUID } from 'node:crypto';
import type { Card, Id } from '@talkan/board/model';
import { isRefusal, refuse } from '@talkan/board/refusal';
import { arriveOnBoard, leaveBoard, type Traveller } from '@talkan/board/transfer';
import { t } from '@talkan/words/words';
import type { Services } from '../context.js';
import type { Trx } from '../db/open.js';
import { RefusalError } from '../refusal-error.js';
import { commitWithin, recallChange, type ChangeRequest, type Committed, type Outcome } from './commit.js';
import { allOrNone, type Group } from './group-commit.js';
import { loadRows } from './load.js';
import { readMemberIds } from './members.js';
import { copyFilesOf, withFiles, type FileCopies } from './move-files.js';
import { commentOf } from './rows.js';

/** `boardId`: where the card is. */
export interface MoveRequest extends ChangeRequest {
  readonly cardId: Id;
  readonly toBoardId: Id;
  readonly columnId: Id;
}

/** What a move came to: the change of the board that the card was on, and where it is now. */
export interface Moved extends Committed {
  readonly to: { readonly boardId: Id; readonly key: string; readonly cardId: Id; readonly number: number };
}

const refuseAdded = () =>
  refuse('conflict', t`A file was put on the card just now. Move it once more to take that along.`);
const refuseSame = () => refuse('invalid', t`The card is on this board already. Choose another one.`);

/**
 * Moves a card to another board, with all that is on it, as two changes in one transaction that are undone together: neither of them can be
 * without the other.
 * @throws RefusalError
 */
export async function moveCard(services: Services, request: MoveRequest): Promise<Moved> {
  const { boardId, cardId, toBoardId, columnId } = request;
  if (boardId === toBoardId) throw new RefusalError(refuseSame());
  const body = { move: { boardId, cardId, toBoardId, columnId } };
  const known = await recallChange(services.db.lookUp, { ...request, body });
  const copies = known ? new Map() : await copyFilesOf(services, request);
  const move: Move = { ...request, body, copies };
  return services.commits.commit((trx, group) => allOrNone(group, () => moveWithin(trx, { services, move, group })));
}

interface Move extends MoveRequest {
  /** The same on both boards: what is sent again is known by it on either. */
  readonly body: unknown;
  readonly copies: FileCopies;
}

interface Moving {
  readonly services: Services;
  readonly move: Move;
  readonly group: Group;
}

async function moveWithin(trx: Trx, { services, move, group }: Moving): Promise<Moved> {
  const { cardId, toBoardId, columnId, body, copies } = move;
  const groupId = randomUUID();
  const { changeId, actorId, origin } = move;
  const author = { changeId, actorId, origin, body };
  let traveller: Traveller | undefined;
  const gone = await commitWithin(trx, {
    services,
    group,
    request: { ...author, boardId: move.boardId },
    plan: async ({ board, context }) => {
      const loaded = await loadRows(trx, board, [{ entity: 'card', id: cardId }]);
      const transfer = leaveBoard(board, cardId, { ...context, loaded });
      const card = board.card(cardId);
      if (isRefusal(transfer) || !card) return transfer;
      if (card.attachments.some(({ id }) => !copies.has(id))) return refuseAdded();
      const comments = await readComments(trx, board.id, card);
      traveller = withFiles({ card, labels: board.labelsOf(card), comments }, move);
      return { ...transfer, groupId };
    },
  });
  const come = await elsewhere(
    commitWithin(trx, {
      services,
      group,
      request: { ...author, boardId: toBoardId },
      plan: async ({ board, context }) => {
        // It has left by another change that has the same id: nothing of this one is known here.
        if (!traveller) return refuse('conflict', t`The card was moved already. Look at both boards.`, [cardId]);
        const loaded = await loadRows(trx, board, [{ entity: 'column', id: columnId }]);
        const people = await readMemberIds(trx, board.id);
        const arrival = { traveller, columnId, composing: { newId: () => randomUUID(), people } };
        const transfer = arriveOnBoard(board, arrival, { ...context, loaded, people });
        return isRefusal(transfer) ? transfer : { ...transfer, groupId };
      },
    }),
  );
  return { seq: gone.seq, patches: gone.patches, to: { boardId: toBoardId, ...whereIn(come) } };
}

/** A refusal of the board that somebody is not looking at says so. */
async function elsewhere(commit: Promise<Outcome>): Promise<Outcome> {
  try {
    return await commit;
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const { code, message } = error.refusal;
    throw new RefusalError(code === 'forbidden' ? refuseThere() : refuse(code, t`On the other board: ${message}`));
  }
}

const refuseThere = () =>
  refuse('forbidden', t`You may not put cards on that board. Choose another one, or ask one of its owners.`);

async function readComments(trx: Trx, boardId: Id, card: Card): Promise<Traveller['comments']> {
  if (card.commentCount === 0) return [];
  const rows = await trx
    .selectFrom('comments')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('card_id', '=', card.id)
    .where('archived_at', 'is', null)
    .orderBy('created_at')
    .execute();
  return rows.map(commentOf);
}

/** The card as it came. By now it may have been moved on. */
function whereIn({ board, patches }: Outcome): Pick<Moved['to'], 'key' | 'cardId' | 'number'> {
  for (const patch of patches) {
    if (patch.entity !== 'card' || patch.before !== null || patch.after?.number === undefined) continue;
    return { key: board.key, cardId: patch.id, number: patch.after.number };
  }
  throw new Error('A card has come to a board without coming to it');
}
