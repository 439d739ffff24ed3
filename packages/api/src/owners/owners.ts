import type { Id } from '@talkan/board/model';
import { refuse } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { sql } from 'kysely';
import type { Services } from '../context.js';
import { writeTransaction } from '../db/open.js';
import { RefusalError } from '../refusal-error.js';

/** Somebody who looks after this Talkan. */
export interface Owner {
  readonly userId: Id;
  readonly name: string;
}

/** Whoever came first stands first. */
export function listOwners({ db }: Services): Promise<Owner[]> {
  return db.read
    .selectFrom('users')
    .select(['id as userId', 'username as name'])
    .where('instance_owner', '=', 1)
    .orderBy('created_at')
    .execute();
}

/**
 * Makes somebody an owner, by their user name as they sign in with it; where no other is meant, whatever its case.
 * @throws RefusalError where there is nobody of that name
 */
export async function addOwner({ db }: Services, username: string): Promise<void> {
  await writeTransaction(db, async (trx) => {
    const named = await trx
      .selectFrom('users')
      .select(['id', 'username'])
      .where(sql`lower(username)`, '=', username.toLowerCase())
      .execute();
    const user = named.find((one) => one.username === username) ?? (named.length === 1 ? named[0] : undefined);
    if (!user) throw new RefusalError(refuse('not_found', NOBODY()));
    await trx.updateTable('users').set({ instance_owner: 1 }).where('id', '=', user.id).execute();
  });
}

/** @throws RefusalError where nobody would be left */
export async function removeOwner({ db }: Services, userId: Id): Promise<void> {
  await writeTransaction(db, async (trx) => {
    const owners = await trx.selectFrom('users').select('id').where('instance_owner', '=', 1).execute();
    if (!owners.some(({ id }) => id === userId)) return;
    if (owners.length === 1) throw new RefusalError(refuse('conflict', LAST()));
    await trx.updateTable('users').set({ instance_owner: 0 }).where('id', '=', userId).execute();
  });
}

const NOBODY = () => t`There is nobody with this user name. Write it as they sign in with it.`;
const LAST = () => t`A Talkan needs an owner. Name another one first.`;
