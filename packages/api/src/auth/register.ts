import type { Id } from '@talkan/board/model';
import { refuse } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { sql } from 'kysely';
import { timeOf } from '../clock.js';
import type { Services } from '../context.js';
import { writeTransaction, type Trx } from '../db/open.js';
import { findOffer, findOfferWithin, redeem, requireOpen, type Bearer } from '../invitations/offers.js';
import { RefusalError } from '../refusal-error.js';
import { startSession } from './sessions.js';
import { limitGuesses } from './sign-in-limit.js';
import { insertUser, prepareUser, type Credentials, type NewUser } from './users.js';

export interface Registered {
  /** Of the session that has begun. */
  readonly token: string;
  readonly boardId: Id;
}

/**
 * Makes an account for whoever holds an open invitation, lets it in to the board and signs it in: all of it or nothing.
 * That a user name is taken has to be said here; only who holds an open invitation hears it, five times a minute at most.
 * @throws RefusalError; ApiError 429
 */
export async function register(services: Services, request: Credentials & Bearer): Promise<Registered> {
  const { token, address, username, password } = request;
  const offer = await findOffer(services, request);
  requireOpen(offer, timeOf(services.clock));
  // By invitation, wherever it is asked from: many addresses must not mean many names.
  const guess = { key: ['user name', '', offer.id], address, complaint: t`Too many of these user names were taken.` };
  const registered = await limitGuesses(services, guess, async () => {
    const user = await prepareUser({ username, password });
    if (user.demoPassword) throw new RefusalError(refuse('invalid', DOCUMENTED()));
    return writeTransaction(services.db, (trx) => registerWithin(trx, services, { token, user }));
  });
  if (registered === null) throw new RefusalError(refuse('conflict', t`This user name is taken. Choose another one.`));
  return registered;
}

const DOCUMENTED = () => t`Everybody can read this password in the documentation. Choose another one.`;

/** `null`: the user name is taken, and the invitation not used. */
async function registerWithin(
  trx: Trx,
  services: Services,
  request: { readonly token: string; readonly user: NewUser },
): Promise<Registered | null> {
  const offer = await findOfferWithin(trx, request.token);
  requireOpen(offer, timeOf(services.clock));
  if (await isTaken(trx, request.user.username)) return null;
  const userId = await insertUser(trx, request.user, timeOf(services.clock));
  await redeem(trx, services, { offer, userId });
  return { token: await startSession(trx, userId, services.clock), boardId: offer.boardId };
}

// Whatever its case: “Mira” must not pass for “mira”.
async function isTaken(trx: Trx, username: string): Promise<boolean> {
  const row = await trx
    .selectFrom('users')
    .select('id')
    .where(sql`lower(username)`, '=', username.toLowerCase())
    .executeTakeFirst();
  return row !== undefined;
}
