import { describeFields } from '@talkan/api/input-problems';
import { problemOf, statusOf } from '@talkan/api/trpc';
import { TRPCError } from '@trpc/server';
import type { Facts } from '../http/facts.js';
import { isProblemStatus, type Problem } from '../http/problem.js';
import type { Log } from '../log.js';
import { logFailure } from '../log-failure.js';
import type { Route } from './routes.js';

interface Source {
  readonly log: Log;
  readonly facts: Facts;
  readonly route: Pick<Route, 'bodyField'> & { readonly method: string; readonly path: string };
}

/** What a procedure threw, as REST tells it; also what went wrong with a file. */
export function problemOfError(thrown: unknown, { log, facts, route }: Source): Problem {
  const problem = problemOf(thrown);
  const { code, refusal, retryAfter, internal, ...told } = problem;
  const fields = told.fields?.map((field) => ({ ...field, path: pathInBody(field.path, route) }));
  const message = fields === undefined ? told.message : describeFields(fields);
  const error = new TRPCError({ code, message, cause: thrown });
  logFailure(log, thrown instanceof TRPCError ? thrown : error, {
    requestId: facts.requestId,
    procedure: `${route.method} ${route.path}`,
  });
  const status = statusOf(problem);
  const headers = {
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    ...(status === 401 ? { 'www-authenticate': 'Bearer realm="talkan"' } : {}),
  };
  return {
    status: isProblemStatus(status) ? status : 500,
    message: internal ? `${message} If it happens again, tell whoever runs it this id: ${facts.requestId}.` : message,
    headers,
    ...(refusal === undefined
      ? {}
      : { code: refusal.code, ids: refusal.ids, current: refusal.current, proposed: refusal.proposed }),
    ...(fields === undefined ? {} : { fields }),
    ...(internal ? { requestId: facts.requestId } : {}),
  };
}

/** A procedure sees the body one level further in than the client wrote it. */
function pathInBody(path: string, route: Source['route']): string {
  const { bodyField } = route;
  if (path === bodyField) return '';
  return bodyField !== undefined && path.startsWith(`${bodyField}.`) ? path.slice(bodyField.length + 1) : path;
}
