import type { IncomingMessage, ServerResponse } from 'node:http';
import { isKeptAnswer } from '@talkan/api/boards/answers';
import { createContext, type Authenticate, type Context, type RequestInfo, type Services } from '@talkan/api/context';
import { callerOf } from '@talkan/api/root';
import { abortedWith } from '../http/aborted.js';
import { sendKept } from '../http/bodies.js';
import { discard, readBody } from '../http/body.js';
import { matchesEtag } from '../http/etag.js';
import { networkOf, type Facts } from '../http/facts.js';
import { sendJson, sendProblem, type Problem } from '../http/problem.js';
import type { Log } from '../log.js';
import { pages } from './pages.js';
import { problemOfError } from './rest-problem.js';
import { createRemembered } from '../http/remembered.js';
import { readQuery } from './query.js';
import { routes, type Route, type RouteAnswer } from './routes.js';

export const REST_PREFIX = '/api/';

interface RestOptions {
  readonly services: Services;
  readonly log: Log;
  readonly find: Authenticate;
}

/** The REST calls of the route table, and the pages that describe them. Only a bearer token signs in here. */
export function createRest({ services, log, find }: RestOptions) {
  async function answer(req: IncomingMessage, res: ServerResponse, facts: Facts): Promise<void> {
    const page = pages.get(facts.path);
    if (page !== undefined && isReading(facts)) {
      void discard(req, res);
      page(res);
      return;
    }
    const found = findRoute(facts, page === undefined ? [] : ['GET']);
    if (!found.ok) return refuse(req, res, found.problem);
    try {
      await answerCall({ req, res, route: found.route, facts });
    } catch (error) {
      const problem = problemOfError(error, { log, facts, route: found.route });
      await refuse(req, res, problem);
    }
  }

  /** A number from before a restore never stands for another board. */
  function tagged(answer: RouteAnswer): RouteAnswer {
    return answer.etag === undefined ? answer : { ...answer, etag: `"${answer.etag}-${services.db.era.toString(36)}"` };
  }

  const remembered = createRemembered<RouteAnswer>(services.db);

  async function answerCall(door: RouteCall): Promise<void> {
    const { req, res, route, facts } = door;
    const key = keyOf(route, facts);
    const known = key === null ? undefined : remembered.recall(key);
    if (known !== undefined) {
      void discard(req, res);
      return send(door, known);
    }
    const context = await createContext(services, requestInfoOf(facts), find);
    const unknown = route.signedIn ? checkSession(context, facts) : null;
    if (unknown !== null) return refuse(req, res, unknown);
    const read = await readSent(door);
    if (!read.ok) return sendProblem(res, read.problem);
    const call = callerOf(context, route.method === 'GET' ? undefined : abortedWith(res));
    const make = async () => tagged(await route.answer(call, read.value));
    await send(door, await (key === null ? make() : remembered.make(key, make)));
  }
  return answer;
}

interface RouteCall {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly route: Route;
  readonly facts: Facts;
}

async function send({ req, res, route }: RouteCall, { body, etag }: RouteAnswer): Promise<void> {
  res.setHeader('vary', 'authorization');
  if (etag !== undefined) {
    res.setHeader('etag', etag);
    res.setHeader('cache-control', 'private, no-cache');
    if (route.method === 'GET' && matchesEtag(req.headers['if-none-match'], etag)) {
      res.writeHead(304).end();
      return;
    }
  }
  if (isKeptAnswer(body)) await sendKept(res, body);
  else sendJson(res, 200, body);
}

/**
 * What a token has read is the same for as long as nothing is written: who asks again need not be looked up again. What depends on a query is not kept:
 * of those there is no end.
 */
function keyOf({ method, path, query }: Route, { bearer }: Facts): string | null {
  return method === 'GET' && query === undefined && bearer !== null ? `${bearer} ${path}` : null;
}

type Read = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: Problem };

async function readSent({ req, res, route }: RouteCall): Promise<Read> {
  if (route.input !== null) return readJson(req, res, route.bodyLimit);
  void discard(req, res);
  return { ok: true, value: route.query && readQuery(route.query, req.url ?? '') };
}

async function readJson(req: IncomingMessage, res: ServerResponse, limit: number): Promise<Read> {
  const body = await readBody(req, res, limit);
  if (!body.ok) return body;
  try {
    return { ok: true, value: JSON.parse(body.text) };
  } catch {
    return { ok: false, problem: { status: 400, message: 'The body is not valid JSON.', fields: [] } };
  }
}

type Found = { readonly ok: true; readonly route: Route } | { readonly ok: false; readonly problem: Problem };

function findRoute(facts: Facts, pageMethods: readonly Route['method'][]): Found {
  const here = routes.filter((route) => route.path === facts.path);
  const wanted = facts.method === 'HEAD' ? 'GET' : facts.method;
  const route = here.find(({ method }) => method === wanted);
  if (route !== undefined) return { ok: true, route };
  const methods = [...pageMethods, ...here.map(({ method }) => method)];
  if (methods.length === 0) {
    return {
      ok: false,
      problem: { status: 404, message: 'There is no such call. /api/docs describes those that there are.' },
    };
  }
  const allow = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
  return {
    ok: false,
    problem: { status: 405, message: `This address takes ${allow} only.`, headers: { allow } },
  };
}

function checkSession(context: Context, facts: Facts): Problem | null {
  if (context.session !== null) return null;
  return facts.bearer === null
    ? {
        status: 401,
        message:
          'Send a token: sign in with POST /api/auth/login, then add the header “Authorization: Bearer <token>”.',
        headers: { 'www-authenticate': 'Bearer realm="talkan"' },
      }
    : {
        status: 401,
        message: 'This token is not valid, or not any more. Sign in again with POST /api/auth/login.',
        headers: { 'www-authenticate': 'Bearer realm="talkan", error="invalid_token"' },
      };
}

async function refuse(req: IncomingMessage, res: ServerResponse, problem: Problem): Promise<void> {
  await discard(req, res);
  sendProblem(res, problem);
}

function isReading(facts: Facts): boolean {
  return facts.method === 'GET' || facts.method === 'HEAD';
}

// The cookie is left out, and no browser is recognised: a sign-in here always answers with its token.
function requestInfoOf(facts: Facts): RequestInfo {
  return {
    bearer: facts.bearer,
    cookie: null,
    browser: false,
    address: networkOf(facts.address),
    requestId: facts.requestId,
    origin: 'rest',
    setSessionCookie: () => undefined,
  };
}
