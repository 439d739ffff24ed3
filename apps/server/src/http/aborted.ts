import type { ServerResponse } from 'node:http';

/** Ends with the connection: whoever has gone away needs no answer from a slow model. */
export function abortedWith(res: ServerResponse): AbortSignal {
  const controller = new AbortController();
  // After an answer that went out whole there is nothing to stop any more.
  res.once('close', () => {
    if (!res.writableFinished) controller.abort();
  });
  return controller.signal;
}
