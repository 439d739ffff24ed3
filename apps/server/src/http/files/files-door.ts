import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authenticate, Services } from '@talkan/api/context';
import type { Session } from '@talkan/api/auth/sessions';
import { id } from '@talkan/board/operation-parts';
import type { Id } from '@talkan/board/model';
import type { Log } from '../../log.js';
import { problemOfError } from '../../rest/rest-problem.js';
import { discard } from '../body.js';
import { endUpload } from '../deadline.js';
import type { Facts } from '../facts.js';
import { checkOrigin } from '../guards.js';
import { sendJson, sendProblem, type Problem } from '../problem.js';
import { sendFile } from './send-file.js';
import { receiveFile } from './receive-file.js';

export const FILES_PREFIX = '/files/';

interface FilesDoorOptions {
  readonly services: Services;
  readonly log: Log;
  readonly publicUrl: string | null;
  readonly find: Authenticate;
}

/** A request of somebody who is signed in. */
export interface FileCall {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly services: Services;
  readonly session: Session;
}

type Address =
  | { readonly kind: 'limits' }
  | { readonly kind: 'board'; readonly boardId: Id }
  | { readonly kind: 'file' | 'thumbnail'; readonly boardId: Id; readonly id: Id };

const NOTHING_HERE: Problem = { status: 404, message: 'There is nothing at this address.' };
const UNKNOWN: Problem = {
  status: 401,
  message: 'Sign in first.',
  headers: { 'www-authenticate': 'Bearer realm="talkan"' },
};

/**
 * Files in and out, as streams: `POST /files/<board>?name=…` takes one in, `GET /files/<board>/<file>/<any name>` and `GET /files/<board>/<file>/thumbnail`
 * give it, `GET /files/limits` says how large one may be. With the cookie or a bearer token.
 */
export function createFilesDoor({ services, log, publicUrl, find }: FilesDoorOptions) {
  return async (req: IncomingMessage, res: ServerResponse, facts: Facts): Promise<void> => {
    const refuse = async (problem: Problem) => {
      endUpload(req);
      await discard(req, res, Number(req.headers['content-length'] ?? 0));
      sendProblem(res, problem);
    };
    const address = readAddress(facts.path);
    if (address === null) return refuse(NOTHING_HERE);
    const refused = checkMethod(address, facts) ?? checkOrigin(req.headers, facts, publicUrl);
    if (refused !== null) return refuse(refused);
    try {
      const token = facts.bearer ?? facts.cookie;
      const session = token === null ? null : await find(token);
      if (session === null) return await refuse(UNKNOWN);
      await answer(address, { req, res, services, session });
    } catch (error) {
      // Whoever has gone away in the middle is told nothing, and nothing of ours has failed.
      if (req.destroyed && !req.complete) return;
      const path = nameless(facts.path);
      await refuse(problemOfError(error, { log, facts, route: { method: facts.method, path } }));
    }
  };
}

async function answer(address: Address, call: FileCall): Promise<void> {
  if (address.kind === 'board') return receiveFile(call, address.boardId);
  void discard(call.req, call.res);
  if (address.kind !== 'limits') return sendFile(call, address);
  sendJson(call.res, 200, { fileBytes: call.services.files.limits.fileBytes });
}

/** Without the names that people have given their files: an address is written to the log. */
export function nameless(path: string): string {
  return path.startsWith(FILES_PREFIX) ? path.split('/', 4).join('/') : path;
}

function readAddress(path: string): Address | null {
  const [boardId, fileId, name, ...more] = path.slice(FILES_PREFIX.length).split('/');
  if (more.length > 0 || !isId(boardId)) return null;
  if (fileId === undefined) return boardId === 'limits' ? { kind: 'limits' } : { kind: 'board', boardId };
  if (!isId(fileId)) return null;
  // What stands there else is for people, and for what a browser calls the file.
  return { kind: name === 'thumbnail' ? 'thumbnail' : 'file', boardId, id: fileId };
}

function isId(text: string | undefined): text is Id {
  return id.safeParse(text).success;
}

function checkMethod({ kind }: Address, { method }: Facts): Problem | null {
  const allowed = kind === 'board' ? ['POST'] : ['GET', 'HEAD'];
  if (allowed.includes(method)) return null;
  const allow = allowed.join(', ');
  return { status: 405, message: `This address takes ${allow} only.`, headers: { allow } };
}
