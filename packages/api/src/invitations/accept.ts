import type { Id } from '@talkan/board/model';
import { isRefusal, refuse } from '@talkan/board/refusal';
import type { Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { findMembership } from '../boards/members.js';
import { timeOf } from '../clock.js';
import type { Services } from '../context.js';
import { writeTransaction } from '../db/open.js';
import { RefusalError } from '../refusal-error.js';
import { findOffer, findOfferWithin, redeem, requireOpen, type Bearer } from './offers.js';

export interface Joined {
  readonly boardId: Id;
  readonly role: Role;
}

/**
 * Joins the board with the account that one has. Asked again by whom it let in, it answers again.
 * @throws RefusalError; ApiError 429
 */
export async function acceptInvitation(services: Services, bearer: Bearer & { readonly userId: Id }): Promise<Joined> {
  await findOffer(services, bearer);
  const { token, userId } = bearer;
  return writeTransaction(services.db, async (trx) => {
    const offer = await findOfferWithin(trx, token);
    const { boardId, role } = offer;
    const membership = await findMembership(trx.run, { boardId, userId }, 'viewer');
    const isMember = !isRefusal(membership);
    if (isMember && offer.usedBy === userId) return { boardId, role: membership.role };
    requireOpen(offer, timeOf(services.clock));
    if (isMember) {
      const message = ALREADY_ON[membership.role]();
      throw new RefusalError(refuse('conflict', message, [boardId]));
    }
    await redeem(trx, services, { offer, userId });
    return { boardId, role };
  });
}

const ALREADY_ON: Readonly<Record<Role, () => string>> = {
  owner: () =>
    t`You are already on this board, as an owner. The invitation was not used; an owner can change your role.`,
  editor: () =>
    t`You are already on this board, as an editor. The invitation was not used; an owner can change your role.`,
  commenter: () =>
    t`You are already on this board, as a commenter. The invitation was not used; an owner can change your role.`,
  viewer: () =>
    t`You are already on this board, as a viewer. The invitation was not used; an owner can change your role.`,
};
