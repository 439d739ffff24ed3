import { problemOf } from '@talkan/api/trpc';
import type { TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import type { Log } from './log.js';

export interface FailureSource {
  readonly requestId: string;
  /** Which procedure or route it was. */
  readonly procedure: string | undefined;
}

/** Writes down what failed on this side: an error of ours with its cause, an outer service's as a warning. A refusal is an answer. */
export function logFailure(log: Log, error: TRPCError, source: FailureSource): void {
  const line = { ...source, error: error.cause ?? error };
  if (problemOf(error).internal) log.error(line, 'A procedure failed.');
  else if (getHTTPStatusCodeFromError(error) >= 500) log.warn(line, 'A service that Talkan needs failed.');
}
