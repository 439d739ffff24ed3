import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { authenticate, type Session } from '@talkan/api/auth/sessions';
import type { Services } from '@talkan/api/context';
import type { Log } from '../log.js';
import { createRest, REST_PREFIX } from '../rest/rest.js';
import { discard } from './body.js';
import { limitBodyTime, TIME_LIMITS, type TimeLimits } from './deadline.js';
import { factsOf, type Facts } from './facts.js';
import { createFilesDoor, FILES_PREFIX, nameless } from './files/files-door.js';
import { createHostCheck } from './guards.js';
import { setSecurityHeaders } from './headers.js';
import { answerHealth } from './health.js';
import { answerInLanguage } from './language.js';
import { createLiveDoor } from './live.js';
import { sendProblem, sendTrpcProblem, type Problem } from './problem.js';
import { createRemembered } from './remembered.js';
import { answerTrpc, TRPC_PREFIX } from './trpc.js';
import { BUILD_HEADER, createWeb, sendPlainProblem, type Web } from './web.js';

export interface AppOptions {
  readonly services: Services;
  readonly log: Log;
  readonly publicUrl: string | null;
  readonly proxies: number;
  /** Folder of the built web app. */
  readonly webRoot: string;
  readonly timeLimits?: TimeLimits;
  /** Milliseconds between two signs of life on a stream. */
  readonly pingMs?: number;
}

type Answer = (req: IncomingMessage, res: ServerResponse, facts: Facts) => Promise<void> | void;
interface Door {
  readonly answer: Answer;
  /** How this door's clients are told of a problem. */
  readonly sendProblem: (res: ServerResponse, problem: Problem) => void;
}

/** The whole of Talkan over HTTP as one listener for node:http. */
export function createApp(options: AppOptions): RequestListener {
  const web = createWeb(options.webRoot);
  const doorOf = createDoors(options, web);
  const checkHost = createHostCheck(options.publicUrl);
  const { bodyMs, uploadMs } = options.timeLimits ?? TIME_LIMITS;

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const facts = factsOf(req, options);
    const door = doorOf(facts.path);
    res.setHeader('x-request-id', facts.requestId);
    if (web.build !== null) res.setHeader(BUILD_HEADER, web.build);
    setSecurityHeaders(res, facts.secure);
    logWhenDone(res, facts, options.log);
    limitBodyTime(req, res, { ms: bodyMs, uploadMs, answer: (problem) => door.sendProblem(res, problem) });
    try {
      if (answerHealth({ req, res, facts, services: options.services })) return;
      const refused = checkHost(req.headers);
      if (refused === null) await door.answer(req, res, facts);
      else {
        await discard(req, res);
        door.sendProblem(res, refused);
      }
    } catch (error) {
      options.log.error({ error, requestId: facts.requestId }, 'A request failed.');
      failWith(res, door, facts.requestId);
    }
  }
  return (req, res) => void answerInLanguage(req, () => handle(req, res));
}

function createDoors(options: AppOptions, web: Web): (path: string) => Door {
  const { services, log, publicUrl, pingMs } = options;
  const live = createLiveDoor(pingMs === undefined ? { log } : { log, pingMs });
  const sessions = createRemembered<Session | null>(services.db);
  const find = async (token: string) =>
    sessions.recall(token) ?? sessions.make(token, () => authenticate(services, token));
  const rest = createRest({ services, log, find });
  const doors = {
    trpc: {
      answer: (req, res, facts) => answerTrpc(req, res, { services, log, publicUrl, live, find, facts }),
      sendProblem: sendTrpcProblem,
    },
    rest: { answer: rest, sendProblem },
    files: { answer: createFilesDoor({ services, log, publicUrl, find }), sendProblem },
    web: { answer: (req, res, facts) => web.answer(req, res, facts.path), sendProblem: sendPlainProblem },
  } satisfies Record<string, Door>;
  return (path) => {
    if (path.startsWith(TRPC_PREFIX)) return doors.trpc;
    if (path.startsWith(FILES_PREFIX)) return doors.files;
    return path === '/api' || path.startsWith(REST_PREFIX) ? doors.rest : doors.web;
  };
}

function failWith(res: ServerResponse, door: Door, requestId: string): void {
  if (res.headersSent) {
    res.destroy();
    return;
  }
  const message = `Something went wrong on the server. If it happens again, tell whoever runs it this id: ${requestId}.`;
  door.sendProblem(res, { status: 500, message, requestId });
}

function logWhenDone(res: ServerResponse, facts: Facts, log: Log): void {
  const isCall = [TRPC_PREFIX, REST_PREFIX, FILES_PREFIX].some((prefix) => facts.path.startsWith(prefix));
  const level = isCall ? 'info' : 'debug';
  if (!log.isLevelEnabled(level)) return;
  const began = performance.now();
  res.once('close', () => {
    const line = {
      requestId: facts.requestId,
      method: facts.method,
      path: nameless(facts.path).slice(0, 300),
      status: res.writableFinished ? res.statusCode : 'aborted',
      ms: Math.round((performance.now() - began) * 10) / 10,
      address: facts.address,
    };
    log[level](line, 'request');
  });
}
