import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Problem } from './problem.js';

export interface TimeLimits {
  /** For the request line and all headers, counted from the connection or the request's first byte. */
  readonly headersMs: number;
  /** For the whole body, counted from the end of the headers. */
  readonly bodyMs: number;
}

export const TIME_LIMITS: TimeLimits = { headersMs: 10_000, bodyMs: 20_000 };

const TOO_SLOW: Problem = { status: 408, message: 'The request took too long to arrive. Try again.' };

/** Ends a request whose body is not here in time: who sends a byte now and then would otherwise hold a connection for ever. */
export function limitBodyTime(req: IncomingMessage, res: ServerResponse, limit: BodyTime): void {
  // Most bodies are here in the same breath as their headers, and need no timer.
  setImmediate(() => {
    if (!req.complete) endWhenLate(req, res, limit);
  });
}

function endWhenLate(req: IncomingMessage, res: ServerResponse, limit: BodyTime): void {
  const timer = setTimeout(() => {
    if (req.complete) return;
    if (!res.headersSent) res.setHeader('connection', 'close');
    limit.answer(TOO_SLOW);
    // The answer gets a moment on its way; whether the rest of the body comes no longer matters.
    setTimeout(() => req.socket.destroy(), 100).unref();
  }, limit.ms);
  // Of the request, not of the response: what is still being sent after an early answer has no more time than this either.
  req.once('close', () => clearTimeout(timer));
}

interface BodyTime {
  readonly ms: number;
  readonly answer: (problem: Problem) => void;
}
