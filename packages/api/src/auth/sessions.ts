import type { Id } from '@talkan/board/model';
import type { Clock } from '../clock.js';
import type { Services } from '../context.js';
import { DatabaseBusyError } from '../db/busy.js';
import type { Trx } from '../db/open.js';
import { statement, unplanned } from '../db/statement.js';
import { StorageError } from '../db/storage-error.js';
import { hashToken, newToken } from './tokens.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const IDLE_MS = 7 * DAY_MS;
const ABSOLUTE_MS = 30 * DAY_MS;
/** How stale `last_seen_at` may be: without it every request would be a write. */
const TOUCH_MS = 10 * 60 * 1000;

export const SESSION_SECONDS = ABSOLUTE_MS / 1000;

/** Who is asking. */
export interface Session {
  readonly user: { readonly id: Id; readonly username: string };
  /** Whether this user still signs in with the password of the documentation. */
  readonly demoPassword: boolean;
  /** Whether they look after this Talkan. */
  readonly instanceOwner: boolean;
  readonly tokenHash: string;
}

const sessionOf = statement((db, at: { tokenHash: string }) =>
  db
    .selectFrom('sessions')
    .innerJoin('users', 'users.id', 'sessions.user_id')
    .select(['users.id', 'users.username', 'users.demo_password', 'users.instance_owner'])
    .select(['sessions.last_seen_at', 'sessions.created_at'])
    .where('sessions.token_hash', '=', unplanned(at.tokenHash)),
);

/** The session of a token that is neither unknown, nor ended, nor expired. */
export async function authenticate(services: Services, token: string): Promise<Session | null> {
  const tokenHash = hashToken(token);
  const [row] = await services.db.lookUp(sessionOf, { tokenHash });
  if (!row) return null;
  const now = services.clock();
  const lastSeen = Date.parse(row.last_seen_at);
  if (lastSeen <= now - IDLE_MS || Date.parse(row.created_at) <= now - ABSOLUTE_MS) return null;
  if (lastSeen <= now - TOUCH_MS) await touch(services, tokenHash);
  return {
    user: { id: row.id, username: row.username },
    demoPassword: row.demo_password === 1,
    instanceOwner: row.instance_owner === 1,
    tokenHash,
  };
}

/** Starts a session and cleans away those that have expired. Returns the token: it is not kept anywhere. */
export async function startSession(trx: Trx, userId: Id, clock: Clock): Promise<string> {
  const { idleSince, bornAfter } = sessionBounds(clock);
  await trx
    .deleteFrom('sessions')
    .where((where) => where.or([where('last_seen_at', '<=', idleSince), where('created_at', '<=', bornAfter)]))
    .execute();
  const token = newToken();
  const now = isoTime(clock());
  await trx
    .insertInto('sessions')
    .values({ token_hash: hashToken(token), user_id: userId, created_at: now, last_seen_at: now })
    .execute();
  return token;
}

export async function endSession(services: Services, session: Session): Promise<void> {
  await services.db.write.deleteFrom('sessions').where('token_hash', '=', session.tokenHash).execute();
}

async function touch(services: Services, tokenHash: string): Promise<void> {
  try {
    await services.db.write
      .updateTable('sessions')
      .set({ last_seen_at: isoTime(services.clock()) })
      .where('token_hash', '=', tokenHash)
      .execute();
  } catch (error) {
    // The next request notes it; a reader need not fail because somebody writes, or because nobody can.
    if (!(error instanceof DatabaseBusyError || error instanceof StorageError)) throw error;
  }
}

/** A session that was last seen, or was born, before these has expired. */
export function sessionBounds(clock: Clock): { idleSince: string; bornAfter: string } {
  const now = clock();
  return { idleSince: isoTime(now - IDLE_MS), bornAfter: isoTime(now - ABSOLUTE_MS) };
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
