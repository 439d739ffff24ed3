import { randomUUID } from 'node:crypto';
import type { Id, Time } from '@talkan/board/model';
import { isRefusal, refuse } from '@talkan/board/refusal';
import type { Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { hashToken, newToken } from '../auth/tokens.js';
import { findMembership, type Visitor } from '../boards/members.js';
import { timeOf, type Clock } from '../clock.js';
import type { Services } from '../context.js';
import { writeTransaction, type Queries, type Trx } from '../db/open.js';
import { RefusalError } from '../refusal-error.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const GOOD_FOR_MS = 7 * DAY_MS;
/** How long an expired invitation is kept, so that who comes late hears why it does not work. */
const KEPT_FOR_MS = 30 * DAY_MS;
const MOST_OPEN = 50;

/** An invitation that can still be used, as owners see it: without the token, which is kept nowhere. */
export interface Invitation {
  readonly id: Id;
  readonly role: Role;
  readonly createdBy: { readonly id: Id; readonly name: string };
  readonly createdAt: Time;
  readonly expiresAt: Time;
}

export interface NewInvitation {
  readonly id: Id;
  /** 256 bits for the link; shown this once. */
  readonly token: string;
  readonly role: Role;
  readonly expiresAt: Time;
}

/** @throws RefusalError */
export function createInvitation(
  services: Services,
  request: Visitor & { readonly role: Role },
): Promise<NewInvitation> {
  const { boardId, userId, role } = request;
  return writeTransaction(services.db, async (trx) => {
    await requireOwner(trx, request);
    const now = services.clock();
    const forgotten = new Date(now - KEPT_FOR_MS).toISOString();
    await trx.deleteFrom('invitations').where('board_id', '=', boardId).where('expires_at', '<=', forgotten).execute();
    const open = await openInvitations(trx, boardId, services.clock).select('invitations.id').execute();
    if (open.length >= MOST_OPEN) {
      const message = t`This board has ${MOST_OPEN} open invitations, the most there can be. Take one back first.`;
      throw new RefusalError(refuse('limit', message, [boardId]));
    }
    const token = newToken();
    const invitation = { id: randomUUID(), role, expiresAt: new Date(now + GOOD_FOR_MS).toISOString() };
    await trx
      .insertInto('invitations')
      .values({
        id: invitation.id,
        token_hash: hashToken(token),
        board_id: boardId,
        role,
        created_by: userId,
        created_at: new Date(now).toISOString(),
        expires_at: invitation.expiresAt,
        revoked_at: null,
        used_at: null,
        used_by: null,
      })
      .execute();
    return { ...invitation, token };
  });
}

/** Those of a board that can still be used, oldest first. */
export async function listInvitations(services: Services, boardId: Id): Promise<Invitation[]> {
  const rows = await openInvitations(services.db.read, boardId, services.clock)
    .innerJoin('users', 'users.id', 'invitations.created_by')
    .select(['invitations.id', 'invitations.role', 'users.id as userId', 'users.username'])
    .select(['invitations.created_at as createdAt', 'invitations.expires_at as expiresAt'])
    .orderBy('invitations.created_at')
    .orderBy('invitations.id')
    .execute();
  return rows.map(({ userId, username, ...row }) => ({ ...row, createdBy: { id: userId, name: username } }));
}

/**
 * Takes an invitation back. One that was taken back already, or has expired, is left at that.
 * @throws RefusalError where there is none, or somebody has joined with it
 */
export function revokeInvitation(services: Services, request: Visitor & { readonly id: Id }): Promise<void> {
  const { boardId, id } = request;
  return writeTransaction(services.db, async (trx) => {
    await requireOwner(trx, request);
    const row = await trx
      .selectFrom('invitations')
      .leftJoin('users', 'users.id', 'invitations.used_by')
      .select(['invitations.revoked_at', 'invitations.used_by', 'users.username'])
      .where('invitations.board_id', '=', boardId)
      .where('invitations.id', '=', id)
      .executeTakeFirst();
    if (!row) throw new RefusalError(refuse('not_found', t`There is no such invitation on this board.`, [id]));
    if (row.used_by !== null) {
      const message = t`${row.username ?? ''} has already joined with this invitation. Remove them from the board instead.`;
      throw new RefusalError(refuse('conflict', message, [id]));
    }
    if (row.revoked_at !== null) return;
    await trx
      .updateTable('invitations')
      .set({ revoked_at: timeOf(services.clock) })
      .where('id', '=', id)
      .execute();
  });
}

/** For somebody who stops being an owner: a link that they kept must not let them back in. */
export async function revokeInvitationsOf(trx: Trx, by: Visitor, at: Time): Promise<void> {
  await trx
    .updateTable('invitations')
    .set({ revoked_at: at })
    .where('board_id', '=', by.boardId)
    .where('created_by', '=', by.userId)
    .where('used_by', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

function openInvitations(db: Queries, boardId: Id, clock: Clock) {
  return db
    .selectFrom('invitations')
    .where('invitations.board_id', '=', boardId)
    .where('invitations.used_by', 'is', null)
    .where('invitations.revoked_at', 'is', null)
    .where('invitations.expires_at', '>', timeOf(clock));
}

// Asked again under the write lock: the role may have been taken away since the request came in.
async function requireOwner(trx: Trx, visitor: Visitor): Promise<void> {
  const membership = await findMembership(trx.run, visitor, 'owner');
  if (isRefusal(membership)) throw new RefusalError(membership);
}
