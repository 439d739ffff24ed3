import { createServer } from 'node:http';
import { connect } from 'node:net';
import path from 'node:path';
import { testApp, type TestApp, type TestAppOptions } from '@talkan/api/testing';
import { projectRoot } from './config-schema.js';
import { createApp } from './http/app.js';
import type { TimeLimits } from './http/deadline.js';
import { createDrain, type Drain } from './http/drain.js';
import { listen, serverOptions } from './http/listen.js';
import { createLog } from './log.js';

export interface TestServerOptions extends TestAppOptions {
  readonly publicUrl?: string;
  readonly proxies?: number;
  readonly webRoot?: string;
  readonly timeLimits?: TimeLimits;
  readonly pingMs?: number;
}

/** The real server on a port of its own, over an application in memory. */
export interface TestServer {
  readonly app: TestApp;
  readonly url: string;
  readonly port: number;
  readonly drain: Drain;
  /** What was logged so far, one JSON object a line. */
  readonly logged: () => string;
  close(): Promise<void>;
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const {
    publicUrl = null,
    proxies = 0,
    webRoot = path.join(projectRoot, 'no-such-folder'),
    timeLimits,
    pingMs,
    ...rest
  } = options;
  const app = await testApp(rest);
  const lines: string[] = [];
  const log = createLog({ level: 'debug', secrets: [], destination: { write: (line: string) => lines.push(line) } });
  const server = createServer(serverOptions(timeLimits));
  const drain = createDrain(server);
  const answer = createApp({
    services: app.services,
    log,
    publicUrl,
    proxies,
    webRoot,
    ...(timeLimits === undefined ? {} : { timeLimits }),
    ...(pingMs === undefined ? {} : { pingMs }),
  });
  for (const event of ['request', 'checkContinue'] as const) {
    server.on(event, (req, res) => {
      drain.watch(res);
      answer(req, res);
    });
  }
  const port = await listen(server, { host: '127.0.0.1', port: 0 });
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    port,
    drain,
    logged: () => lines.join(''),
    close: async () => {
      server.closeAllConnections();
      await drain.finish();
      await app.close();
    },
  };
}

export interface RawAnswer {
  readonly text: string;
  readonly ms: number;
}

/** Sends bytes as they are, and resolves with all that came back once the server has closed the connection. */
export function sendRaw(port: number, parts: readonly string[], pauseMs = 0): Promise<RawAnswer> {
  return new Promise((resolve) => {
    const began = performance.now();
    const chunks: Buffer[] = [];
    const socket = connect(port, '127.0.0.1');
    const queue = [...parts];
    const sendNext = () => {
      const part = queue.shift();
      if (part !== undefined && socket.writable) socket.write(part);
    };
    const timer = setInterval(sendNext, Math.max(1, pauseMs));
    socket.on('connect', sendNext);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      resolve({ text: Buffer.concat(chunks).toString('utf8'), ms: performance.now() - began });
    });
  });
}
