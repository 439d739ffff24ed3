import { randomUUID } from 'node:crypto';
import type { Board, Id, Time } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { timeOf } from '../clock.js';
import type { Services } from '../context.js';
import type { Trx } from '../db/open.js';
import { commitWithin, planOperations } from './commit.js';

export interface NewBoard {
  readonly ownerId: Id;
  readonly key: string;
  readonly title: string;
  /** What is on it from the start: its first change. */
  readonly operations: readonly Operation[];
}

/** Makes a board that belongs to `ownerId`. The caller publishes it once it is committed. */
export async function createBoardWithin(trx: Trx, services: Services, board: NewBoard): Promise<Board> {
  const { ownerId, key, title, operations } = board;
  const boardId = randomUUID();
  await insertBoard(trx, { id: boardId, key, title, ownerId, at: timeOf(services.clock) });
  const request = {
    boardId,
    changeId: randomUUID(),
    actorId: ownerId,
    origin: 'import' as const,
    body: { commit: operations },
  };
  const outcome = await commitWithin(trx, {
    services,
    request,
    plan: (planning) => planOperations(planning, operations),
  });
  return outcome.board;
}

/** A board with nothing on it, whose first change is yet to come. */
export async function insertBoard(
  trx: Trx,
  board: Omit<NewBoard, 'operations'> & { readonly id: Id; readonly at: Time },
): Promise<void> {
  const { id, key, title, ownerId, at } = board;
  await trx.insertInto('boards').values({ id, key, title, seq: 0, last_number: 0, created_at: at }).execute();
  const owner = { board_id: id, user_id: ownerId, role: 'owner', created_at: at } as const;
  await trx.insertInto('members').values(owner).execute();
}
