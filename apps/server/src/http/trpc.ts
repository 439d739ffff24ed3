import type { IncomingMessage, ServerResponse } from 'node:http';
import { createContext, type Authenticate, type RequestInfo, type Services } from '@talkan/api/context';
import { appRouter } from '@talkan/api/root';
import { problemOf, responseStatusOf } from '@talkan/api/trpc';
import type { TRPCError } from '@trpc/server';
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http';
import type { Log } from '../log.js';
import { BOARD_BODY_LIMIT, BODY_LIMIT, discard, readBody } from './body.js';
import { writeSessionCookie } from './cookies.js';
import { networkOf, type Facts } from './facts.js';
import { checkOrigin } from './guards.js';
import { WATCH_PATH, type LiveDoor } from './live.js';
import { sendTrpcProblem, type Problem } from './problem.js';
import { plainCallsIn } from './trpc-calls.js';
import { answerPlainCalls } from './trpc-plain.js';
import { logFailure } from '../log-failure.js';

export const TRPC_PREFIX = '/trpc/';
/** Is told while it goes on. */
const TURN_PATH = 'chat.turn';
const BATCH_LIMIT = 10;

export interface TrpcOptions {
  readonly services: Services;
  readonly publicUrl: string | null;
  readonly log: Log;
  readonly live: LiveDoor;
  readonly find: Authenticate;
}

const UNKNOWN: Problem = { status: 401, message: 'Sign in first.' };
const NOTHING_HERE: Problem = { status: 404, message: 'There is nothing at this address.' };

/** One request of tRPC's, after the host's own rules: origin, method, batch, type and size of the body. */
export async function answerTrpc(req: IncomingMessage, res: ServerResponse, door: TrpcOptions & { facts: Facts }) {
  const { facts, services, publicUrl, log, live } = door;
  const refuse = async (problem: Problem) => {
    await discard(req, res);
    sendTrpcProblem(res, problem);
  };
  const context = () => createContext(services, requestInfoOf(facts, res), door.find);
  const path = decodePath(facts.path.slice(TRPC_PREFIX.length));
  const names = path?.split(',') ?? [];
  const refused = checkMethod(facts) ?? checkOrigin(req.headers, facts, publicUrl) ?? checkNames(names);
  if (refused !== null || path === null) return refuse(refused ?? NOTHING_HERE);

  let text: string | null = null;
  if (facts.method === 'POST') {
    const limit = limitOf(names);
    // Nobody who is not signed in makes this process hold that much.
    if (limit > BODY_LIMIT && (await context()).session === null) return refuse(UNKNOWN);
    const body = await readBody(req, res, limit);
    if (!body.ok) return sendTrpcProblem(res, body.problem);
    text = body.text;
    // The adapter takes a body that stands here already instead of reading it a second time.
    Object.assign(req, { body: text });
  } else {
    void discard(req, res);
    const watching = watchInput(req, names);
    if (watching !== null) return live(res, { requestId: facts.requestId, input: watching.input, context });
  }

  // A streamed answer has begun, and its headers are gone, before a procedure can set the cookie.
  if (setsCookie(names)) for (const name of ['trpc-accept', 'accept']) delete req.headers[name];
  res.setHeader('cache-control', 'no-store');
  const onError = (error: TRPCError, procedure: string | undefined) =>
    logFailure(log, error, { requestId: facts.requestId, procedure });
  const plain = plainCallsIn({ req, path, text });
  if (plain !== null) return answerPlainCalls(res, plain, { context, headersOf, onError });
  if (path === TURN_PATH) {
    // What is told while it goes on is no use to anybody when a proxy keeps it until it is whole.
    res.setHeader('x-accel-buffering', 'no');
    res.setHeader('cache-control', 'no-store, no-transform');
  }
  await nodeHTTPRequestHandler({
    router: appRouter,
    // It decodes the path itself.
    path: facts.path.slice(TRPC_PREFIX.length),
    req,
    res,
    maxBatchSize: BATCH_LIMIT,
    createContext: context,
    responseMeta: ({ errors, info }) => {
      const status = responseStatusOf(errors, info?.calls.length ?? 1);
      return { headers: headersOf(errors), ...(status === undefined ? {} : { status }) };
    },
    onError: ({ error, path: procedure }) => onError(error, procedure),
  });
}

function requestInfoOf(facts: Facts, res: ServerResponse): RequestInfo {
  const { bearer, cookie, browser, address, requestId, secure } = facts;
  return {
    bearer,
    cookie,
    browser,
    address: networkOf(address),
    requestId,
    // The web app signs in by its cookie alone.
    origin: bearer === null ? 'web' : 'rest',
    setSessionCookie: (token, maxAgeSeconds) => {
      res.setHeader('set-cookie', writeSessionCookie({ token, maxAgeSeconds, secure }));
    },
  };
}

function checkMethod(facts: Facts): Problem | null {
  if (facts.method === 'GET' || facts.method === 'POST') return null;
  return {
    status: 405,
    message: 'Use GET to ask and POST to change something here.',
    headers: { allow: 'GET, POST' },
  };
}

function checkNames(names: readonly string[]): Problem | null {
  if (names.length <= BATCH_LIMIT) return null;
  return { status: 400, message: `At most ${BATCH_LIMIT} calls can be sent in one batch.` };
}

/** The input of a `boards.watch`; null where it is another call, or one that tRPC knows better how to refuse. */
function watchInput(
  req: IncomingMessage,
  [procedure, ...others]: readonly string[],
): { readonly input: unknown } | null {
  if (procedure !== WATCH_PATH || others.length > 0) return null;
  const query = URL.parse(req.url ?? '', 'http://localhost')?.searchParams;
  if (!query || query.has('batch')) return null;
  const lastEventId = req.headers['last-event-id'] ?? query.get('lastEventId');
  try {
    const input: unknown = JSON.parse(query.get('input') ?? 'null');
    if (typeof input !== 'object' || input === null) return { input: input ?? undefined };
    // A browser that connects anew says so beside the input, which is still that of the first time.
    return { input: lastEventId === null ? input : { ...input, lastEventId } };
  } catch {
    return null;
  }
}

function limitOf(names: readonly string[]): number {
  return names.includes('boards.save') ? BOARD_BODY_LIMIT : BODY_LIMIT;
}

function setsCookie(names: readonly string[]): boolean {
  return names.some((name) => name.startsWith('auth.'));
}

/** Null for one that cannot be decoded: tRPC's adapter stumbles over it. */
function decodePath(path: string): string | null {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function headersOf(errors: readonly TRPCError[]): Record<string, string> {
  for (const error of errors) {
    const { retryAfter } = problemOf(error);
    if (retryAfter !== undefined) return { 'retry-after': String(retryAfter) };
  }
  return {};
}
