import { randomUUID } from 'node:crypto';
import type { Id, Time } from '@talkan/board/model';
import { refuse } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { sql } from 'kysely';
import type { Clock } from '../clock.js';
import type { Services } from '../context.js';
import { writeTransaction, type Trx } from '../db/open.js';
import type { UsersTable } from '../db/tables.js';
import { ApiError, RefusalError } from '../refusal-error.js';
import { hashPassword, verifyPassword } from './passwords.js';
import { startSession, type Session } from './sessions.js';
import { limitFailures } from './sign-in-limit.js';

export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** The sign-in that the documentation names. */
export const DEMO_LOGIN: Credentials = { username: 'user', password: 'password' };

/** A user to be written: the password hashed, for hashing is too slow for the inside of a transaction. */
export interface NewUser {
  readonly username: string;
  readonly passwordHash: string;
  readonly demoPassword: boolean;
}

export async function prepareUser(credentials: Credentials): Promise<NewUser> {
  const { username, password } = credentials;
  return { username, passwordHash: await hashPassword(password), demoPassword: isDemo(credentials) };
}

/** Whoever comes first looks after this Talkan. */
const isFirst = sql<number>`not exists (select 1 from users)`;

export async function insertUser(trx: Trx, user: NewUser, at: Time): Promise<Id> {
  const id = randomUUID();
  await trx
    .insertInto('users')
    .values({
      id,
      username: user.username,
      password_hash: user.passwordHash,
      demo_password: user.demoPassword ? 1 : 0,
      instance_owner: isFirst,
      created_at: at,
    })
    .execute();
  return id;
}

/**
 * Checks the password and starts a session.
 * @returns the session's token
 * @throws ApiError 401, the same for an unknown user and a wrong password; 429
 */
export async function signIn(services: Services, credentials: Credentials, address: string): Promise<string> {
  const { username, password } = credentials;
  const user = await limitFailures(services, { username, address }, async () => {
    const user = await services.db.read
      .selectFrom('users')
      .select(['id', 'password_hash'])
      .where('username', '=', username)
      .executeTakeFirst();
    const right = await verifyPassword(user?.password_hash ?? null, password);
    return right && user ? user : null;
  });
  const token = user && (await writeTransaction(services.db, (trx) => admit(trx, user, services.clock)));
  if (token === null)
    throw new ApiError({ kind: 'unauthorized', message: t`The user name or the password is not right.` });
  return token;
}

/** Starts the session, unless the password was changed while it was being checked: that ended all sessions of the old one. */
async function admit(trx: Trx, user: Checked, clock: Clock): Promise<string | null> {
  const row = await trx.selectFrom('users').select('password_hash').where('id', '=', user.id).executeTakeFirst();
  return row?.password_hash === user.password_hash ? startSession(trx, user.id, clock) : null;
}

type Checked = Pick<UsersTable, 'id' | 'password_hash'>;

export interface PasswordChange {
  readonly session: Session;
  readonly current: string;
  readonly next: string;
  readonly address: string;
}

/**
 * Sets another password and ends all other sessions of the user.
 * @throws RefusalError where the current password is not right; ApiError 429
 */
export async function changePassword(services: Services, change: PasswordChange): Promise<void> {
  const { user, tokenHash } = change.session;
  const currentHash = await limitFailures(services, { username: user.username, address: change.address }, async () => {
    const row = await services.db.read
      .selectFrom('users')
      .select('password_hash')
      .where('id', '=', user.id)
      .executeTakeFirst();
    const stored = row?.password_hash ?? null;
    return (await verifyPassword(stored, change.current)) ? stored : null;
  });
  if (currentHash === null) throw new RefusalError(refuse('invalid', t`The current password is not right.`));
  const next = await prepareUser({ username: user.username, password: change.next });
  await writeTransaction(services.db, async (trx) => {
    const updated = await trx
      .updateTable('users')
      .set({ password_hash: next.passwordHash, demo_password: next.demoPassword ? 1 : 0 })
      .where('id', '=', user.id)
      .where('password_hash', '=', currentHash)
      .executeTakeFirst();
    if (updated.numUpdatedRows === 0n) {
      throw new RefusalError(
        refuse('conflict', t`The password was changed elsewhere at the same time. Sign in again.`),
      );
    }
    await trx.deleteFrom('sessions').where('user_id', '=', user.id).where('token_hash', '!=', tokenHash).execute();
  });
}

/** Whether anybody can still sign in with the user name and password of the documentation. */
export async function isDemoLoginValid(services: Services): Promise<boolean> {
  const row = await services.db.read.selectFrom('users').select('id').where('demo_password', '=', 1).executeTakeFirst();
  return row !== undefined;
}

function isDemo({ username, password }: Credentials): boolean {
  return username === DEMO_LOGIN.username && password === DEMO_LOGIN.password;
}
