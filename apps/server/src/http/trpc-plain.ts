import type { ServerResponse } from 'node:http';
import { isKeptAnswer } from '@talkan/api/boards/answers';
import type { Context } from '@talkan/api/context';
import { appRouter } from '@talkan/api/root';
import { runProcedure } from '@talkan/api/run-procedure';
import { getErrorShape, getTRPCErrorFromUnknown, type TRPCError } from '@trpc/server';
import { abortedWith } from './aborted.js';
import { sendKept, type Frame } from './bodies.js';
import { sendJson } from './problem.js';
import type { PlainCall, PlainCalls } from './trpc-calls.js';

export interface PlainDoor {
  readonly context: () => Promise<Context>;
  /** Told of every failure. */
  readonly onError: (error: TRPCError, procedure: string) => void;
  /** What an answer with these failures says in its headers. */
  readonly headersOf: (errors: readonly TRPCError[]) => Readonly<Record<string, string>>;
}

type Outcome = { readonly data: unknown } | { readonly error: TRPCError; readonly shape: ErrorShape };
type ErrorShape = ReturnType<typeof getErrorShape<typeof appRouter._def._config.$types>>;
type ContextResult = { readonly ctx: Context } | { readonly failure: unknown };

const FRAMES: Record<'single' | 'batch', Frame> = {
  single: { before: '{"result":{"data":', after: '}}' },
  batch: { before: '[{"result":{"data":', after: '}}]' },
};

/** Answers what tRPC's own adapter would answer, without its detour by way of `Request`, `Response` and streams: most of a call's cost. */
export async function answerPlainCalls(res: ServerResponse, { calls, isBatch }: PlainCalls, door: PlainDoor) {
  const context = await door.context().then(
    (ctx): ContextResult => ({ ctx }),
    (failure: unknown): ContextResult => ({ failure }),
  );
  // A question to the database is answered before anybody could lose interest.
  const signal = calls.some(({ procedure }) => procedure._def.type === 'mutation') ? abortedWith(res) : undefined;
  const outcomes = await Promise.all(calls.map((call) => make(call, { context, signal, onError: door.onError })));
  const errors = outcomes.flatMap((outcome) => ('error' in outcome ? [outcome.error] : []));
  for (const [name, value] of Object.entries(door.headersOf(errors))) res.setHeader(name, value);
  res.setHeader('vary', 'trpc-accept, accept');
  const [first, ...others] = outcomes;
  if (first && others.length === 0 && 'data' in first && isKeptAnswer(first.data)) {
    return sendKept(res, first.data, FRAMES[isBatch ? 'batch' : 'single']);
  }
  const bodies = outcomes.map(bodyOf);
  sendJson(res, statusOf(outcomes), isBatch ? bodies : bodies[0]);
}

interface Making {
  readonly context: ContextResult;
  readonly signal: AbortSignal | undefined;
  readonly onError: PlainDoor['onError'];
}

async function make({ name, procedure, input }: PlainCall, { context, signal, onError }: Making): Promise<Outcome> {
  try {
    if ('failure' in context) throw context.failure;
    return { data: await runProcedure(procedure, { ctx: context.ctx, path: name, input, signal }) };
  } catch (thrown) {
    const { type } = procedure._def;
    const error = getTRPCErrorFromUnknown(thrown);
    onError(error, name);
    const ctx = 'ctx' in context ? context.ctx : undefined;
    const config = appRouter._def._config;
    return { error, shape: getErrorShape({ config, ctx, error, input, path: name, type }) };
  }
}

function bodyOf(outcome: Outcome): object {
  return 'error' in outcome ? { error: outcome.shape } : { result: { data: outcome.data } };
}

/** 207 where the calls of a batch have come to different ends. */
function statusOf(outcomes: readonly Outcome[]): number {
  const statuses = new Set(outcomes.map((outcome) => ('error' in outcome ? outcome.shape.data.httpStatus : 200)));
  const [status = 200, ...others] = statuses;
  return others.length > 0 ? 207 : status;
}
