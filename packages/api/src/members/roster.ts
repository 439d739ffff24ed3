import type { Id, Time } from '@talkan/board/model';
import { isRefusal, refuse } from '@talkan/board/refusal';
import type { Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { findMembership, type Visitor } from '../boards/members.js';
import { timeOf } from '../clock.js';
import type { Services } from '../context.js';
import { writeTransaction, type Queries, type Trx } from '../db/open.js';
import { revokeInvitationsOf } from '../invitations/invitations.js';
import { RefusalError } from '../refusal-error.js';

export interface Member {
  readonly userId: Id;
  /** The user name. */
  readonly name: string;
  readonly role: Role;
  readonly joinedAt: Time;
}

/** Whose membership, and who wants to change it. */
export interface MemberRequest {
  readonly boardId: Id;
  readonly userId: Id;
  readonly actorId: Id;
}

/** Everybody on a board, in the order in which they came. */
export function listMembers(db: Queries, boardId: Id): Promise<Member[]> {
  return db
    .selectFrom('members')
    .innerJoin('users', 'users.id', 'members.user_id')
    .select(['users.id as userId', 'users.username as name', 'members.role', 'members.created_at as joinedAt'])
    .where('members.board_id', '=', boardId)
    .orderBy('members.created_at')
    .orderBy('users.id')
    .execute();
}

/** @throws RefusalError */
export function setRole(services: Services, request: MemberRequest & { readonly role: Role }): Promise<void> {
  const { boardId, userId, role } = request;
  return writeTransaction(services.db, async (trx) => {
    await requireRight(trx, request, 'owner');
    const current = await roleOf(trx, request);
    if (current === role) return;
    if (current === 'owner') await endOwnership(trx, services, request);
    await trx
      .updateTable('members')
      .set({ role })
      .where('board_id', '=', boardId)
      .where('user_id', '=', userId)
      .execute();
  });
}

/** Takes somebody off the board; oneself, too, whatever the role. @throws RefusalError */
export function removeMember(services: Services, request: MemberRequest): Promise<void> {
  const { boardId, userId, actorId } = request;
  return writeTransaction(services.db, async (trx) => {
    await requireRight(trx, request, userId === actorId ? 'viewer' : 'owner');
    const current = await roleOf(trx, request);
    if (current === 'owner') await endOwnership(trx, services, request);
    await trx.deleteFrom('members').where('board_id', '=', boardId).where('user_id', '=', userId).execute();
  });
}

// Asked again under the write lock: the role may have been taken away since the request came in.
async function requireRight(trx: Trx, { boardId, actorId }: MemberRequest, least: Role): Promise<void> {
  const membership = await findMembership(trx.run, { boardId, userId: actorId }, least);
  if (isRefusal(membership)) throw new RefusalError(membership);
}

async function roleOf(trx: Trx, { boardId, userId }: MemberRequest): Promise<Role> {
  const row = await trx
    .selectFrom('members')
    .select('role')
    .where('board_id', '=', boardId)
    .where('user_id', '=', userId)
    .executeTakeFirst();
  if (row) return row.role;
  throw new RefusalError(refuse('not_found', t`This person is not on the board, or not any more.`, [userId]));
}

async function endOwnership(trx: Trx, services: Services, owner: Visitor): Promise<void> {
  const other = await trx
    .selectFrom('members')
    .select('user_id')
    .where('board_id', '=', owner.boardId)
    .where('role', '=', 'owner')
    .where('user_id', '!=', owner.userId)
    .limit(1)
    .executeTakeFirst();
  if (!other) {
    const message = t`A board needs an owner, and this is the only one. Make somebody else an owner first.`;
    throw new RefusalError(refuse('conflict', message, [owner.userId]));
  }
  await revokeInvitationsOf(trx, owner, timeOf(services.clock));
}
