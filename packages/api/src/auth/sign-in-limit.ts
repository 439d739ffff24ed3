import { createHash, randomUUID } from 'node:crypto';
import { plural, t } from '@talkan/words/words';
import type { Services } from '../context.js';
import { writeTransaction } from '../db/open.js';
import { ApiError } from '../refusal-error.js';

const WINDOW_MS = 60_000;
const FAILURES = 5;

/** Whose password is being tried, and from where. */
export interface Attempt {
  readonly username: string;
  readonly address: string;
}

/** Something of which somebody may not try too many. */
export interface Guess {
  /** What is tried, and by whom: guesses under the same key are counted together. */
  readonly key: readonly string[];
  readonly address: string;
  /** A sentence that says what failed too often. */
  readonly complaint: string;
}

/**
 * Runs `check`, which says whether a password was right, unless it was wrong five times within the last minute for this user
 * and address.
 * @throws ApiError 429 with the seconds to wait
 */
export function limitFailures<T>(
  services: Services,
  attempt: Attempt,
  check: () => Promise<T | null>,
): Promise<T | null> {
  const { username, address } = attempt;
  const complaint = t`The password was wrong too many times.`;
  return limitGuesses(services, { key: [username, address], address, complaint }, check);
}

/** The same for anything that can be guessed: `check` says `null` where the guess was wrong. */
export function limitGuesses<T>(services: Services, guess: Guess, check: () => Promise<T | null>): Promise<T | null> {
  const key = createHash('sha256').update(JSON.stringify(guess.key)).digest('hex');
  // One at a time, so that several right ones at once do not count as failures while they are being checked.
  const inTurn = () =>
    services.signIns.take(key, async () => {
      const id = await noteFailure(services, key, guess.complaint);
      const right = await check();
      if (right !== null) await services.db.write.deleteFrom('login_failures').where('id', '=', id).execute();
      return right;
    });
  return services.crowd.enter(guess.address, inTurn);
}

/** Counts the attempt as failed before it is checked: a crash in between, or another process, gives nobody more attempts. */
function noteFailure(services: Services, key: string, complaint: string): Promise<string> {
  const now = services.clock();
  const since = new Date(now - WINDOW_MS).toISOString();
  return writeTransaction(services.db, async (trx) => {
    await trx.deleteFrom('login_failures').where('at', '<=', since).execute();
    const failures = await trx
      .selectFrom('login_failures')
      .select('at')
      .where('key', '=', key)
      .orderBy('at', 'desc')
      .execute();
    const blocking = failures[FAILURES - 1];
    if (blocking) throw tooMany(complaint, Date.parse(blocking.at) + WINDOW_MS - now);
    const id = randomUUID();
    await trx
      .insertInto('login_failures')
      .values({ id, key, at: new Date(now).toISOString() })
      .execute();
    return id;
  });
}

function tooMany(complaint: string, waitMs: number): ApiError {
  const retryAfter = Math.min(WINDOW_MS / 1000, Math.max(1, Math.ceil(waitMs / 1000)));
  return new ApiError({
    kind: 'too_many_requests',
    message: `${complaint} ${plural(retryAfter, { one: 'Wait # second, then try again.', other: 'Wait # seconds, then try again.' })}`,
    retryAfter,
  });
}
