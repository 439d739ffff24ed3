import type { ServerResponse } from 'node:http';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';

/** Every failure that a client can meet: the word REST says for it, and tRPC's. */
const KINDS = {
  400: { code: 'invalid', trpc: 'BAD_REQUEST' },
  401: { code: 'unauthorized', trpc: 'UNAUTHORIZED' },
  403: { code: 'forbidden', trpc: 'FORBIDDEN' },
  404: { code: 'not_found', trpc: 'NOT_FOUND' },
  405: { code: 'method_not_allowed', trpc: 'METHOD_NOT_SUPPORTED' },
  408: { code: 'timeout', trpc: 'TIMEOUT' },
  409: { code: 'conflict', trpc: 'CONFLICT' },
  413: { code: 'too_large', trpc: 'PAYLOAD_TOO_LARGE' },
  415: { code: 'unsupported_media_type', trpc: 'UNSUPPORTED_MEDIA_TYPE' },
  429: { code: 'too_many_requests', trpc: 'TOO_MANY_REQUESTS' },
  500: { code: 'internal', trpc: 'INTERNAL_SERVER_ERROR' },
  502: { code: 'bad_gateway', trpc: 'BAD_GATEWAY' },
  503: { code: 'unavailable', trpc: 'SERVICE_UNAVAILABLE' },
  504: { code: 'gateway_timeout', trpc: 'GATEWAY_TIMEOUT' },
  507: { code: 'insufficient_storage', trpc: 'SERVICE_UNAVAILABLE' },
} as const;

export type ProblemStatus = keyof typeof KINDS;

interface Field {
  readonly path: string;
  readonly message: string;
}

export interface Problem {
  readonly status: ProblemStatus;
  /** A sentence for a person. */
  readonly message: string;
  /** In place of the status's usual word, where a refusal has one of its own. */
  readonly code?: string;
  readonly fields?: readonly Field[] | undefined;
  readonly ids?: readonly string[] | undefined;
  /** What stands there now, and what was sent to stand there instead. */
  readonly current?: unknown;
  readonly proposed?: unknown;
  readonly requestId?: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

export function isProblemStatus(status: number): status is ProblemStatus {
  return Object.hasOwn(KINDS, status);
}

function codeOf(status: ProblemStatus): string {
  return KINDS[status].code;
}

export function sendJson(res: ServerResponse, status: number, body: unknown): void {
  sendText(res, status, { type: 'application/json; charset=utf-8', body: JSON.stringify(body) });
}

export interface TextAnswer {
  readonly type: string;
  readonly body: string;
}

/** Answers whole; does nothing where an answer has begun already. */
export function sendText(res: ServerResponse, status: number, answer: TextAnswer): void {
  if (res.headersSent || res.destroyed) return;
  if (!res.hasHeader('cache-control')) res.setHeader('cache-control', 'no-store');
  res.writeHead(status, { 'content-type': answer.type, 'content-length': Buffer.byteLength(answer.body) });
  // As text it goes out in one piece with the headers.
  res.end(res.req.method === 'HEAD' ? undefined : answer.body);
}

/** The way REST, and everything that is not tRPC, says that something went wrong. */
export function sendProblem(res: ServerResponse, problem: Problem): void {
  const { status, headers, message, code, fields, ids, current, proposed, requestId } = problem;
  setHeaders(res, headers);
  sendJson(res, status, {
    error: { code: code ?? codeOf(status), message, fields, ids, current, proposed, requestId },
  });
}

/** The same in tRPC's envelope, so that its clients can read what happened before the router was reached. */
export function sendTrpcProblem(res: ServerResponse, problem: Problem): void {
  const code = KINDS[problem.status].trpc;
  setHeaders(res, problem.headers);
  sendJson(res, problem.status, {
    error: {
      message: problem.message,
      code: TRPC_ERROR_CODES_BY_KEY[code],
      data: { code, httpStatus: problem.status, requestId: problem.requestId },
    },
  });
}

function setHeaders(res: ServerResponse, headers: Problem['headers']): void {
  if (res.headersSent) return;
  for (const [name, value] of Object.entries(headers ?? {})) res.setHeader(name, value);
}
