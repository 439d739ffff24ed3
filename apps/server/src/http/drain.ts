import type { Server, ServerResponse } from 'node:http';
import { Server as NetServer } from 'node:net';

export interface DrainTimes {
  readonly idleMs: number;
  readonly allMs: number;
}

// Clients keep an idle connection for 5 s at most (Node's keep-alive hint, less a second of their own): by 4 s none sends on it any more.
export const DRAIN_TIMES: DrainTimes = { idleMs: 4000, allMs: 4500 };

export interface Drain {
  /** To be called with every response, before it is written. */
  readonly watch: (res: ServerResponse) => void;
  /** Stops accepting, answers what still comes on open connections, and resolves when none is left. */
  readonly finish: (times?: DrainTimes) => Promise<void>;
}

export function createDrain(server: Server): Drain {
  const open = new Set<ServerResponse>();
  let draining = false;

  function watch(res: ServerResponse): void {
    if (draining) sayGoodbye(res);
    open.add(res);
    res.once('close', () => open.delete(res));
  }

  async function finish(times: DrainTimes = DRAIN_TIMES): Promise<void> {
    draining = true;
    for (const res of open) sayGoodbye(res);
    const idle = setTimeout(() => server.closeIdleConnections(), times.idleMs);
    const all = setTimeout(() => server.closeAllConnections(), times.allMs);
    await stopAccepting(server);
    clearTimeout(idle);
    clearTimeout(all);
  }

  return { watch, finish };
}

function sayGoodbye(res: ServerResponse): void {
  if (!res.headersSent) res.setHeader('connection', 'close');
}

/**
 * http.Server's own `close` cuts idle connections at once, and with them the request that a client is just sending: a reload would
 * fail it. net.Server's leaves them open until their next answer says `connection: close`.
 */
function stopAccepting(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) resolve();
    else NetServer.prototype.close.call(server, () => resolve());
  });
}
