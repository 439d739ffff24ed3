import { PASSWORD_LENGTH } from './auth/passwords.js';
import { insertUser, prepareUser, type Credentials } from './auth/users.js';
import { createBoardWithin } from './boards/create-board.js';
import { DEMO_BOARD } from './boards/demo-board.js';
import { timeOf } from './clock.js';
import type { Services } from './context.js';
import { writeTransaction, type Queries } from './db/open.js';

/** Puts the first user and a board to look at into an empty database; leaves any other as it is. */
export async function seedFirstStart(services: Services, firstUser: Credentials): Promise<void> {
  if (!(await isEmpty(services.db.read))) return;
  refuseUnfit(firstUser);
  const user = await prepareUser(firstUser);
  const board = await writeTransaction(services.db, async (trx) => {
    // Asked again under the write lock: two processes may be starting at once.
    if (!(await isEmpty(trx))) return undefined;
    const ownerId = await insertUser(trx, user, timeOf(services.clock));
    return createBoardWithin(trx, services, { ...DEMO_BOARD, ownerId });
  });
  if (board) services.boards.publish(board);
}

async function isEmpty(db: Queries): Promise<boolean> {
  const user = await db.selectFrom('users').select('id').limit(1).executeTakeFirst();
  const board = await db.selectFrom('boards').select('id').limit(1).executeTakeFirst();
  return user === undefined && board === undefined;
}

function refuseUnfit({ username, password }: Credentials): void {
  if (username.length < 1 || username.length > 120) throw new Error('TALKAN_USER must be 1 to 120 characters long.');
  const { least, most } = PASSWORD_LENGTH;
  if (password.length < least || password.length > most) {
    throw new Error(`TALKAN_PASSWORD must be ${least} to ${most} characters long.`);
  }
}
