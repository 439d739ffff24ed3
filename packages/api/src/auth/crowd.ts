import { t } from '@talkan/words/words';
import { ApiError } from '../refusal-error.js';

/** How many passwords are being checked or wait for it. */
export interface Crowd {
  /** @throws ApiError 429 where there are too many already */
  enter<T>(address: string, work: () => Promise<T>): Promise<T>;
}

/** Hashing takes a processor for some 20 ms on purpose: without a bound, whoever sends thousands keeps everybody else out for minutes. */
const MOST = { fromOneAddress: 32, inAll: 128 };
/** Seconds within which that many are checked. */
const RETRY_AFTER = 2;

export function createCrowd(): Crowd {
  const inside = new Map<string, number>();
  let total = 0;

  function count(address: string, change: 1 | -1): void {
    const left = (inside.get(address) ?? 0) + change;
    total += change;
    if (left === 0) inside.delete(address);
    else inside.set(address, left);
  }

  return {
    async enter(address, work) {
      if (total >= MOST.inAll || (inside.get(address) ?? 0) >= MOST.fromOneAddress) throw tooMany();
      count(address, 1);
      try {
        return await work();
      } finally {
        count(address, -1);
      }
    },
  };
}

function tooMany(): ApiError {
  const message = t`Too many sign-ins at once. Wait ${RETRY_AFTER} seconds, then try again.`;
  return new ApiError({ kind: 'too_many_requests', message, retryAfter: RETRY_AFTER });
}
