import type { Server, ServerOptions } from 'node:http';
import { TIME_LIMITS, type TimeLimits } from './deadline.js';

/**
 * Node's own limits for what has not become a request yet. It looks at them only now and then, so it is told to look each second. What has
 * become one has its own time for its body, see `limitBodyTime`.
 */
export function serverOptions({ headersMs, bodyMs, uploadMs }: TimeLimits = TIME_LIMITS): ServerOptions {
  return {
    headersTimeout: headersMs,
    requestTimeout: headersMs + Math.max(bodyMs, uploadMs),
    connectionsCheckingInterval: Math.min(1000, headersMs),
    keepAliveTimeout: 5000,
  };
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

/**
 * The port that it listens on.
 * @throws an Error with a sentence for whoever starts the server
 */
export function listen(server: Server, { host, port }: Address): Promise<number> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) =>
      reject(new Error(reasonOf(error, { host, port }), { cause: error }));
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function reasonOf({ code, message }: NodeJS.ErrnoException, { host, port }: Address): string {
  if (code === 'EADDRINUSE') {
    return `Port ${port} is already in use: Talkan or another program runs there. Stop it, or choose another port, like PORT=${port + 1}.`;
  }
  if (code === 'EACCES') return `Port ${port} may not be opened by this user. Choose one above 1023, like PORT=3000.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return `HOST is ${host}, which is not an address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of its addresses.`;
  }
  return `Talkan cannot listen on ${host}, port ${port} (${code ?? message}).`;
}
