import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Problem } from './problem.js';

export interface TimeLimits {
  /** For the request line and all headers, counted from the connection or the request's first byte. */
  readonly headersMs: number;
  /** For the whole body, counted from the end of the headers. */
  readonly bodyMs: number;
  /** For a file that is uploaded, as long as something of it comes every `bodyMs`. */
  readonly uploadMs: number;
}

export const TIME_LIMITS: TimeLimits = { headersMs: 10_000, bodyMs: 20_000, uploadMs: 15 * 60_000 };

const TOO_SLOW: Problem = { status: 408, message: 'The request took too long to arrive. Try again.' };

/** Ends a request whose body is not here in time: who sends a byte now and then would otherwise hold a connection for ever. */
export function limitBodyTime(req: IncomingMessage, res: ServerResponse, limit: BodyTime): void {
  // Most bodies are here in the same breath as their headers, and need no timer.
  setImmediate(() => {
    if (!req.complete) endWhenLate(req, res, limit);
  });
}

function endWhenLate(req: IncomingMessage, res: ServerResponse, { ms, uploadMs, answer }: BodyTime): void {
  const began = performance.now();
  let read = req.socket.bytesRead;
  let timer = setTimeout(look, ms);

  function look(): void {
    if (req.complete) return;
    const isComing = uploads.has(req) && req.socket.bytesRead > read && performance.now() - began < uploadMs;
    read = req.socket.bytesRead;
    if (isComing) timer = setTimeout(look, ms);
    else end();
  }

  function end(): void {
    if (!res.headersSent) res.setHeader('connection', 'close');
    answer(TOO_SLOW);
    // The answer gets a moment on its way; whether the rest of the body comes no longer matters.
    setTimeout(cut, 100).unref();
  }

  function cut(): void {
    const { socket } = req;
    // After an answer its connection's end is no news to the request any more: whoever still reads from it would wait for ever.
    req.destroy();
    socket.destroy();
  }

  // Of the request, not of the response: what is still being sent after an early answer has no more time than this either.
  req.once('close', () => clearTimeout(timer));
}

const uploads = new WeakSet<IncomingMessage>();

/** Gives this body the time of an upload: for those who may send one. */
export function allowUpload(req: IncomingMessage): void {
  uploads.add(req);
}

/** Takes it back: what is left of a body that nobody wants is not waited for that long. */
export function endUpload(req: IncomingMessage): void {
  uploads.delete(req);
}

interface BodyTime {
  readonly ms: number;
  readonly uploadMs: number;
  readonly answer: (problem: Problem) => void;
}
