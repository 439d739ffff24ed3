import { refuse, type Refusal } from '@talkan/board/refusal';
import { problemOf } from '../problem';

/** Why a call brought no answer, by what is to be done about it. */
export type Trouble =
  /** It will be refused again, however often it is sent. */
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  /** Nobody answered, or somebody who cannot now. The change may have been taken in all the same. */
  | { readonly kind: 'away'; readonly retryAfter: number }
  /** The server is there and can save nothing: like one that is away, but it says why. */
  | { readonly kind: 'stuck'; readonly retryAfter: number; readonly problem: string }
  /** The server failed at this very change: worth a few more tries, not all of them. */
  | { readonly kind: 'failed'; readonly refusal: Refusal }
  | { readonly kind: 'signed-out' };

const UNAUTHORIZED = 401;
const FORBIDDEN = 403;
const AWAY: readonly number[] = [408, 425, 429, 502, 503, 504];
const FIRST_SERVER_ERROR = 500;
const INSUFFICIENT_STORAGE = 507;

/** Sorts a tRPC client's error, or any other. */
export function troubleOf(error: unknown): Trouble {
  const { status, message, retryAfter, refusal } = problemOf(error);
  if (status === UNAUTHORIZED) return { kind: 'signed-out' };
  // No status: the connection broke, or something in between answered with a page of its own.
  if (status === null || AWAY.includes(status)) return { kind: 'away', retryAfter: retryAfter ?? 0 };
  if (status === INSUFFICIENT_STORAGE) return { kind: 'stuck', retryAfter: retryAfter ?? 0, problem: message };
  if (refusal) return { kind: 'refused', refusal };
  if (status >= FIRST_SERVER_ERROR) return { kind: 'failed', refusal: refuse('invalid', message) };
  return { kind: 'refused', refusal: refuse(status === FORBIDDEN ? 'forbidden' : 'invalid', message) };
}
