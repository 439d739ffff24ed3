import type { Id, Time } from '@talkan/board/model';
import { refuse, type Refusal } from '@talkan/board/refusal';
import type { Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { limitGuesses } from '../auth/sign-in-limit.js';
import { hashToken } from '../auth/tokens.js';
import { timeOf } from '../clock.js';
import type { Services } from '../context.js';
import type { Queries, Trx } from '../db/open.js';
import { RefusalError } from '../refusal-error.js';

/** More members than any board has; a leaked owner's account must not fill the disk. */
const MOST_MEMBERS = 1_000;

/** An invitation as whoever holds its link finds it. */
export interface Offer {
  readonly id: Id;
  readonly boardId: Id;
  readonly boardTitle: string;
  readonly role: Role;
  readonly inviter: string;
  readonly expiresAt: Time;
  readonly usedBy: Id | null;
  readonly revoked: boolean;
}

/** Who shows which invitation, and from where. */
export interface Bearer {
  readonly token: string;
  readonly address: string;
}

/**
 * The invitation of a token, open or not.
 * @throws RefusalError (not_found), the same for every token that never was one; ApiError 429 after five of those within a minute
 */
export async function findOffer(services: Services, { token, address }: Bearer): Promise<Offer> {
  const offer = await readOffer(services.db.read, token);
  if (offer) return offer;
  // Nobody guesses 256 bits. So what counts is misses alone: a neighbour's must not keep out whoever holds a real link.
  const guess = { key: ['invitation', '', address], address, complaint: t`Too many invitations were not found.` };
  await limitGuesses(services, guess, async () => null);
  throw new RefusalError(noSuchInvitation());
}

/** The same as it is now, under the write lock. */
export async function findOfferWithin(trx: Trx, token: string): Promise<Offer> {
  const offer = await readOffer(trx, token);
  if (!offer) throw new RefusalError(noSuchInvitation());
  return offer;
}

async function readOffer(db: Queries, token: string): Promise<Offer | undefined> {
  const row = await db
    .selectFrom('invitations')
    .innerJoin('boards', 'boards.id', 'invitations.board_id')
    .innerJoin('users', 'users.id', 'invitations.created_by')
    .select([
      'invitations.id',
      'invitations.board_id as boardId',
      'boards.title as boardTitle',
      'invitations.role',
      'users.username as inviter',
      'invitations.expires_at as expiresAt',
      'invitations.used_by as usedBy',
      'invitations.revoked_at as revokedAt',
    ])
    .where('invitations.token_hash', '=', hashToken(token))
    .executeTakeFirst();
  if (!row) return undefined;
  const { revokedAt, ...offer } = row;
  return { ...offer, revoked: revokedAt !== null };
}

/** @throws RefusalError (conflict) that says why the invitation can no longer be used */
export function requireOpen(offer: Offer, now: Time): void {
  const state =
    offer.usedBy !== null ? 'used' : offer.revoked ? 'revoked' : offer.expiresAt <= now ? 'expired' : 'open';
  if (state === 'open') return;
  throw new RefusalError({ ...refuse('conflict', CLOSED[state]()), current: { invitation: state } });
}

const CLOSED = {
  used: () =>
    t`This invitation has already been used, and each is good for one person. Ask an owner of the board for a new one.`,
  revoked: () => t`This invitation was taken back. Ask an owner of the board for a new one.`,
  expired: () => t`This invitation has expired: each is good for 7 days. Ask an owner of the board for a new one.`,
} as const;

/** Uses up an open invitation: `userId`, who is no member yet, is one from now on. */
export async function redeem(trx: Trx, services: Services, use: { offer: Offer; userId: Id }): Promise<void> {
  const { offer, userId } = use;
  const { members } = await trx
    .selectFrom('members')
    .select((row) => row.fn.countAll<number>().as('members'))
    .where('board_id', '=', offer.boardId)
    .executeTakeFirstOrThrow();
  if (members >= MOST_MEMBERS) {
    throw new RefusalError(refuse('limit', t`This board has 1,000 members, and no room for more. Ask an owner of it.`));
  }
  const at = timeOf(services.clock);
  await trx
    .insertInto('members')
    .values({ board_id: offer.boardId, user_id: userId, role: offer.role, created_at: at })
    .execute();
  await trx.updateTable('invitations').set({ used_at: at, used_by: userId }).where('id', '=', offer.id).execute();
}

function noSuchInvitation(): Refusal {
  return refuse('not_found', t`There is no such invitation. Check that the link is whole, or ask for a new one.`);
}
