import { problemOf, statusOf } from '@talkan/api/trpc';
import type { TRPCError } from '@trpc/server';
import type { Log } from './log.js';

export interface FailureSource {
  readonly requestId: string;
  /** Which procedure or route it was. */
  readonly procedure: string | undefined;
}

/** Writes down what failed on this side: an error of ours with its cause, an outer service's as a warning. A refusal is an answer. */
export function logFailure(log: Log, error: TRPCError, source: FailureSource): void {
  const line = { ...source, error: error.cause ?? error };
  const problem = problemOf(error);
  if (problem.internal) log.error(line, 'A procedure failed.');
  // Whether the storage takes anything is logged as it changes, not for each who meets it.
  else if (problem.status !== undefined) log.debug(line, 'The storage took nothing.');
  else if (statusOf(problem) >= 500) log.warn(line, 'A service that Talkan needs failed.');
}
