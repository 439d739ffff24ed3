import { isRefusal, type Refusal } from '@talkan/board/refusal';
import { t } from '@talkan/words/words';
import { ForeignAnswer } from './foreign-answer';

/** What went wrong with a call, as a person and the code around it need it. */
export interface Problem {
  /** HTTP status; `null` where no answer came. */
  readonly status: number | null;
  /** A sentence for a person. */
  readonly message: string;
  /** Seconds until another try is worth it. */
  readonly retryAfter: number | null;
  readonly refusal: Refusal | null;
}

const AWAY = t`Talkan cannot be reached. Check your connection and that the server is running, then try again.`;

/** Reads an error of a tRPC call. Never throws, whatever it is given. */
export function problemOf(error: unknown): Problem {
  const data = dataOf(error);
  const status = data && 'httpStatus' in data && typeof data.httpStatus === 'number' ? data.httpStatus : null;
  const refusal = data && 'refusal' in data && isRefusal(data.refusal) ? data.refusal : null;
  const retryAfter = data && 'retryAfter' in data && typeof data.retryAfter === 'number' ? data.retryAfter : null;
  const foreign =
    data === null && error instanceof Error && error.cause instanceof ForeignAnswer ? error.cause.status : null;
  const message = data ? messageOf(error) : foreign === null ? AWAY : sayForeign(foreign);
  // However often it is sent, it is too large; whatever else is in between may be gone the next time.
  if (foreign === TOO_LARGE) return { status: TOO_LARGE, message, retryAfter, refusal };
  return { status, message: withId(message, data), retryAfter, refusal };
}

const TOO_LARGE = 413;
const TOO_MANY = 429;
const FIRST_SERVER_ERROR = 500;

function sayForeign(status: number): string {
  if (status === TOO_LARGE) return t`A server in front of Talkan does not let so much through. Send less at once.`;
  return status === TOO_MANY || status >= FIRST_SERVER_ERROR
    ? t`A server in front of Talkan lets nothing through just now (${`${status}`}). Try again in a moment.`
    : t`Something else answered instead of Talkan, as a network does that wants you to sign in. Reload the page.`;
}

/** HTTP status of an error of a tRPC call; `null` where no answer came. */
export function statusOf(error: unknown): number | null {
  return problemOf(error).status;
}

function dataOf(error: unknown): object | null {
  if (typeof error !== 'object' || error === null || !('data' in error)) return null;
  return typeof error.data === 'object' ? error.data : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error && error.message ? error.message : t`Something went wrong. Try again.`;
}

/** The id by which whoever runs the server finds an internal error in its log. */
function withId(message: string, data: object | null): string {
  const id = data && 'requestId' in data && typeof data.requestId === 'string' ? data.requestId : null;
  return id && !message.includes(id) ? `${message} (${id})` : message;
}
