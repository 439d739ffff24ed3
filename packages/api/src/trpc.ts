import { initTRPC, TRPCError } from '@trpc/server';
import { getHTTPStatusCodeFromError } from '@trpc/server/http';
import { id } from '@talkan/board/operation-parts';
import { isRefusal, refuse, type Refusal, type RefusalCode } from '@talkan/board/refusal';
import type { Id } from '@talkan/board/model';
import type { Role } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import { z } from 'zod';
import type { Session } from './auth/sessions.js';
import { findMembership } from './boards/members.js';
import type { Context } from './context.js';
import { DatabaseBusyError } from './db/busy.js';
import { StorageError } from './db/storage-error.js';
import { describeFields, fieldProblems, type FieldProblem } from './input-problems.js';
import { ApiError, RefusalError, type ApiProblem } from './refusal-error.js';

type Code = TRPCError['code'];

const INSUFFICIENT_STORAGE = 507;

/** What a client learns about a failure. */
export interface Problem {
  readonly code: Code;
  /** The HTTP status, where tRPC has no code for it. */
  readonly status?: typeof INSUFFICIENT_STORAGE;
  /** A sentence for a person. */
  readonly message: string;
  readonly refusal?: Refusal;
  readonly fields?: readonly FieldProblem[];
  /** Seconds. */
  readonly retryAfter?: number;
  /** Whether it is the server's own failure: worth a log line with the cause. */
  readonly internal?: true;
}

const REFUSAL_CODES: Record<RefusalCode, Code> = {
  not_found: 'NOT_FOUND',
  forbidden: 'FORBIDDEN',
  invalid: 'BAD_REQUEST',
  conflict: 'CONFLICT',
  limit: 'CONFLICT',
};

const PROBLEM_CODES: Record<ApiProblem['kind'], Code> = {
  unauthorized: 'UNAUTHORIZED',
  too_large: 'PAYLOAD_TOO_LARGE',
  unsupported_media_type: 'UNSUPPORTED_MEDIA_TYPE',
  too_many_requests: 'TOO_MANY_REQUESTS',
  bad_gateway: 'BAD_GATEWAY',
  unavailable: 'SERVICE_UNAVAILABLE',
  gateway_timeout: 'GATEWAY_TIMEOUT',
};

/** The one place that says how a failure is told. Nothing of an unexpected one gets out but that it happened. */
export function problemOf(error: unknown): Problem {
  const cause = error instanceof TRPCError ? (error.cause ?? error) : error;
  if (cause instanceof RefusalError) {
    return { code: REFUSAL_CODES[cause.refusal.code], message: cause.message, refusal: cause.refusal };
  }
  if (cause instanceof ApiError) {
    const { problem } = cause;
    const told = { code: PROBLEM_CODES[problem.kind], message: problem.message };
    return 'retryAfter' in problem ? { ...told, retryAfter: problem.retryAfter } : told;
  }
  if (cause instanceof DatabaseBusyError) {
    return { code: 'SERVICE_UNAVAILABLE', message: cause.message, retryAfter: 1 };
  }
  if (cause instanceof StorageError) return problemOfStorage(cause);
  if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') return problemOfTrpc(error);
  return { code: 'INTERNAL_SERVER_ERROR', message: t`Something went wrong on the server.`, internal: true };
}

function problemOfStorage(error: StorageError): Problem {
  const told = { code: 'SERVICE_UNAVAILABLE', message: error.say(), retryAfter: 2 } as const;
  return error.fault === 'checking' ? told : { ...told, status: INSUFFICIENT_STORAGE };
}

/** The HTTP status of a failure. */
export function statusOf({ code, status }: Pick<Problem, 'code' | 'status'>): number {
  return status ?? getHTTPStatusCodeFromError(new TRPCError({ code }));
}

/** The HTTP status of a batch with these failures, where it is not the one that tRPC finds itself. */
export function responseStatusOf(errors: readonly TRPCError[], calls: number): number | undefined {
  const isStorage = (error: TRPCError) => problemOf(error).status === INSUFFICIENT_STORAGE;
  return errors.length > 0 && errors.length === calls && errors.every(isStorage) ? INSUFFICIENT_STORAGE : undefined;
}

function problemOfTrpc(error: TRPCError): Problem {
  if (error.cause instanceof z.ZodError) {
    const fields = fieldProblems(error.cause);
    return { code: error.code, message: describeFields(fields), fields };
  }
  if (error.code === 'PARSE_ERROR' || error.code === 'BAD_REQUEST') {
    return { code: 'BAD_REQUEST', message: t`The request could not be read. Its body must be JSON.` };
  }
  return { code: error.code, message: error.message };
}

/** The same with the number under which the server's log has an internal failure. */
export function tellingOf(error: unknown, requestId: string | undefined): Problem & { readonly requestId?: string } {
  const problem = problemOf(error);
  if (!problem.internal) return problem;
  if (requestId === undefined)
    return { ...problem, message: t`Something went wrong on the server. Try again in a moment.` };
  return {
    ...problem,
    message: t`Something went wrong on the server. Try again in a moment; if it stays like this, tell whoever runs it this number: ${requestId}.`,
    requestId,
  };
}

const trpc = initTRPC.context<Context>().create({
  isDev: false,
  errorFormatter: ({ shape, error, ctx }) => {
    const problem = tellingOf(error, ctx?.request.requestId);
    const { code, message, refusal, fields, retryAfter, requestId } = problem;
    // Of what fails within a stream tRPC itself only knows that it did.
    const told = { code, httpStatus: statusOf(problem), refusal, fields, retryAfter, requestId };
    return { ...shape, message, data: { ...shape.data, ...told } };
  },
});

export const { router, createCallerFactory } = trpc;

// Callers in this process get no formatted shape: for them, too, the error must be fit to be shown.
async function tellErrors<Result extends { readonly ok: boolean }>(
  ctx: Context,
  work: () => Promise<Result>,
): Promise<Result> {
  let error: unknown;
  try {
    const result = await work();
    if (result.ok || !('error' in result)) return result;
    error = result.error;
  } catch (thrown) {
    error = thrown;
  }
  throw toTrpcError(error, ctx.request.requestId);
}

/** A failure as tRPC has it: also for what goes wrong after the call itself has succeeded, within a stream. */
export function toTrpcError(error: unknown, requestId: string | undefined): TRPCError {
  const { code, message } = tellingOf(error, requestId);
  return new TRPCError({ code, message, cause: error instanceof TRPCError ? (error.cause ?? error) : error });
}

/** For signing in, and for who comes with an invitation; nothing else. */
export const publicProcedure = trpc.procedure.use(({ ctx, next }) => tellErrors(ctx, () => next()));

/** For everybody who is signed in. */
export const protectedProcedure = trpc.procedure.use(({ ctx, next }) =>
  tellErrors(ctx, async () => next({ ctx: { session: sessionOf(ctx) } })),
);

/** For those who look after this Talkan. */
export const ownerProcedure = trpc.procedure.use(({ ctx, next }) =>
  tellErrors(ctx, async () => {
    const session = sessionOf(ctx);
    if (!session.instanceOwner) throw new RefusalError(refuse('forbidden', FOR_OWNERS()));
    // What everybody can read in the documentation opens no door to the network that this server stands in.
    if (session.demoPassword) throw new RefusalError(refuse('forbidden', FOR_NO_DEMO()));
    return next({ ctx: { session } });
  }),
);

const FOR_OWNERS = () => t`Only an owner of this Talkan may do that: whoever set it up, or whom they have named.`;
const FOR_NO_DEMO = () =>
  t`Your password is the one of the documentation, which everybody can read. Change it first; then this is yours to set.`;

const onBoard = z.object({ boardId: id });

/** For members of the board that the input names, with at least this role. The input also needs a full schema of its own. */
export function boardProcedure(least: Role) {
  // One step, not one on the other: each costs as much as looking up who is calling.
  return trpc.procedure.use(({ ctx, getRawInput, next }) =>
    tellErrors(ctx, async () => {
      const session = sessionOf(ctx);
      const visitor = { boardId: boardNamedIn(await getRawInput()), userId: session.user.id };
      const membership = await findMembership(ctx.services.db.lookUp, visitor, least);
      if (isRefusal(membership)) throw new RefusalError(membership);
      return next({ ctx: { session, membership } });
    }),
  );
}

function sessionOf(ctx: Context): Session {
  if (!ctx.session) throw new ApiError({ kind: 'unauthorized', message: t`Sign in first.` });
  return ctx.session;
}

function boardNamedIn(input: unknown): Id {
  const parsed = onBoard.safeParse(input);
  if (parsed.success) return parsed.data.boardId;
  throw new TRPCError({ code: 'BAD_REQUEST', cause: parsed.error });
}
