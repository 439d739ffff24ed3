import { createServer, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** Stands before a server, and can keep its answers back as a slow network does. */
export interface SlowLine {
  readonly url: string;
  /** From now on: answers under these paths come so much later. */
  slowDown(milliseconds: number, paths: string): void;
  close(): void;
}

export async function openSlowLine(port: number): Promise<SlowLine> {
  let [delay, under] = [0, '/'];
  const server = createServer((incoming, outgoing) => {
    void (async () => {
      if (incoming.url?.startsWith(under)) await wait(delay);
      const { method, url: path, headers } = incoming;
      const passed = request({ host: '127.0.0.1', port, method, path, headers }, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      });
      passed.on('error', () => outgoing.destroy());
      incoming.pipe(passed);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The slow line has no port.');
  return {
    url: `http://127.0.0.1:${address.port}`,
    slowDown(milliseconds, paths) {
      [delay, under] = [milliseconds, paths];
    },
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
