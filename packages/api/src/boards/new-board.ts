import { hash } from 'node:crypto';
import { proposeKey } from '@talkan/board/board-key';
import type { Id } from '@talkan/board/model';
import { boardKey, description, hue, title } from '@talkan/board/operation-parts';
import type { Operation } from '@talkan/board/operations';
import { refuse } from '@talkan/board/refusal';
import { beginBoard, TEMPLATES } from '@talkan/board/templates';
import { t } from '@talkan/words/words';
import { z } from 'zod';
import { timeOf } from '../clock.js';
import type { Services } from '../context.js';
import type { Trx } from '../db/open.js';
import { RefusalError } from '../refusal-error.js';
import { commitWithin, planOperations, type ChangeRequest } from './commit.js';
import { insertBoard } from './create-board.js';
import type { Group } from './group-commit.js';

/** Boards that one person may own, archived ones among them. */
const MOST_BOARDS = 500;

/** What a board is to begin with. */
export const boardWish = z.strictObject({
  title,
  /** Left out: one that is proposed, other than those of the boards that this person is on. */
  key: boardKey.optional(),
  template: z.enum(TEMPLATES),
  description: description.optional(),
  hue: hue.optional(),
});
export type BoardWish = z.output<typeof boardWish>;

export interface NewBoardRequest extends Omit<ChangeRequest, 'boardId'> {
  readonly wish: BoardWish;
}

export interface CreatedBoard {
  readonly boardId: Id;
  readonly key: string;
}

/**
 * Makes a board whose owner is whoever asks; asked again under the same `changeId`, it answers with the same board.
 * @throws RefusalError
 */
export function createBoard(services: Services, request: NewBoardRequest): Promise<CreatedBoard> {
  // Here and not in the group: its work is done in the language of whoever came first.
  const operations = beginBoard(request.wish);
  return services.commits.commit((trx, group) => createWithin(trx, { services, request, group, operations }));
}

interface Creation {
  readonly services: Services;
  readonly request: NewBoardRequest;
  readonly group: Group;
  readonly operations: readonly Operation[];
}

async function createWithin(trx: Trx, { services, request, group, operations }: Creation): Promise<CreatedBoard> {
  const { wish, ...signed } = request;
  const boardId = boardIdOf(request);
  const exists = await trx.selectFrom('boards').select('id').where('id', '=', boardId).executeTakeFirst();
  if (!exists) await insertFor(trx, services, { ...request, boardId });
  const { board } = await commitWithin(trx, {
    services,
    group,
    request: { ...signed, boardId, body: { create: wish } },
    plan: (planning) => planOperations(planning, operations),
  });
  return { boardId, key: board.key };
}

/** Made of what the client chose and who it is: a retry finds its board, and nobody can name, or probe for, a board of somebody else's. */
function boardIdOf({ actorId, changeId }: NewBoardRequest): Id {
  return hash('sha256', `board ${actorId} ${changeId}`).slice(0, 32);
}

async function insertFor(
  trx: Trx,
  services: Services,
  { boardId, actorId, wish }: NewBoardRequest & { readonly boardId: Id },
): Promise<void> {
  const boards = await trx
    .selectFrom('members')
    .innerJoin('boards', 'boards.id', 'members.board_id')
    .select(['boards.key', 'members.role'])
    .where('members.user_id', '=', actorId)
    .execute();
  if (boards.filter(({ role }) => role === 'owner').length >= MOST_BOARDS) {
    const message = t`You own ${MOST_BOARDS} boards, which is as many as one person may. Make somebody else the owner of one and leave it first.`;
    throw new RefusalError(refuse('limit', message));
  }
  const key =
    wish.key ??
    proposeKey(
      wish.title,
      boards.map((board) => board.key),
    );
  await insertBoard(trx, { id: boardId, key, title: wish.title, ownerId: actorId, at: timeOf(services.clock) });
}
