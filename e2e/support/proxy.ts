import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** What may happen to one request on its way. */
export type Fault =
  /** It comes late, and so does its answer. */
  | 'delay'
  /** The server never hears of it. */
  | 'cut'
  /** The server has taken it, and its answer does not arrive. */
  | 'lose'
  /** Its answer breaks off in the middle. */
  | 'break'
  /** The server gets it twice at once, as from somebody in between who tries again. */
  | 'repeat'
  /** Somebody in between says that the server is away. */
  | 'bad-gateway';

export interface ProxyOptions {
  /** Where the next request goes to. */
  readonly upstream: () => string;
  /** What happens to this request; `null`: nothing. */
  readonly fault?: (request: { readonly method: string; readonly path: string }) => Fault | null;
  /** How late what is late comes, and how much of a stream arrives before it breaks off, in milliseconds. */
  readonly late?: () => number;
}

/** Something in between a browser and the server that can fail in all the ways in which such things fail. */
export interface Proxy {
  readonly url: string;
  /** How often each fault has happened. */
  readonly counts: Readonly<Record<Fault, number>>;
  /** Cuts all that is under way. */
  cut(): void;
  /** `offline`: no connection comes about, and those that there are break. `bad-gateway`: nothing is passed on, and each request is told so. */
  become(state: 'open' | 'offline' | 'bad-gateway'): void;
  /** From now on the streams that there are bring nothing more and stay open all the same, as when a machine sleeps and its router forgets it. */
  deaden(): void;
  close(): Promise<void>;
}

/** Headers that are about one connection. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding'];
const STREAM = '/trpc/boards.watch';

export async function startProxy({ upstream, fault = () => null, late = () => 0 }: ProxyOptions): Promise<Proxy> {
  const agent = new Agent({ keepAlive: true });
  const counts: Record<Fault, number> = { delay: 0, cut: 0, lose: 0, break: 0, repeat: 0, 'bad-gateway': 0 };
  const streams = new Map<IncomingMessage, ServerResponse>();
  const dead = new WeakSet<IncomingMessage>();
  let state: Parameters<Proxy['become']>[0] = 'open';

  function badGateway(res: ServerResponse): void {
    counts['bad-gateway'] += 1;
    if (res.headersSent) return void res.destroy();
    res.writeHead(502, { 'content-type': 'text/html' }).end('<html><body><h1>502 Bad Gateway</h1></body></html>');
  }

  /** Asks the server; what it answers goes to `take`, and nowhere once the client has gone. */
  function ask(exchange: Exchange, take: (answer: IncomingMessage) => void): void {
    const { req, res, body } = exchange;
    const { method, url: path } = req;
    const sent = request(new URL(upstream() + path), { method, headers: passed(req.headers), agent }, take);
    sent.on('error', () => {
      if (!res.destroyed && !res.writableEnded) badGateway(res);
    });
    res.once('close', () => sent.destroy());
    sent.end(body);
  }

  function pass({ req, res, met }: Exchange, answer: IncomingMessage): void {
    if (res.headersSent || res.destroyed) return void answer.resume();
    res.writeHead(answer.statusCode ?? 502, passed(answer.headers));
    // The server's end, or its death, is passed on as what it is.
    answer.on('error', () => {});
    answer.on('close', () => {
      if (dead.has(answer)) return;
      if (answer.complete) res.end();
      else res.destroy();
    });
    if (req.url?.startsWith(STREAM)) {
      res.flushHeaders();
      streams.set(answer, res);
      answer.once('close', () => streams.delete(answer));
      if (met === 'break') setTimeout(() => res.destroy(), late());
      return void answer.pipe(res, { end: false });
    }
    if (met !== 'break') return void answer.pipe(res, { end: false });
    answer.once('data', (part: Buffer) => res.write(part.subarray(0, part.length / 2), () => res.destroy()));
  }

  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of req as AsyncIterable<Buffer>) parts.push(part);
    const body = Buffer.concat(parts);
    const met = state === 'open' ? fault({ method: req.method ?? '', path: req.url ?? '' }) : null;
    if (met !== null && met !== 'bad-gateway') counts[met] += 1;
    if (state === 'bad-gateway' || met === 'bad-gateway') return badGateway(res);
    if (met === 'cut') return void res.destroy();
    const exchange = { req, res, body, met };
    if (met === 'delay') await wait(late());
    if (met === 'lose') return ask(exchange, () => res.destroy());
    if (met === 'repeat') ask(exchange, (answer) => answer.resume());
    ask(exchange, (answer) => {
      if (met !== 'delay') return pass(exchange, answer);
      setTimeout(() => pass(exchange, answer), late());
    });
  }

  const server = createServer((req, res) => {
    res.on('error', () => {});
    serve(req, res).catch(() => res.destroy());
  });
  server.on('connection', (socket) => {
    if (state === 'offline') socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    counts,
    cut() {
      counts.cut += 1;
      server.closeAllConnections();
    },
    become(next) {
      state = next;
      if (next === 'offline') server.closeAllConnections();
    },
    deaden() {
      for (const [answer, res] of streams) {
        dead.add(answer);
        answer.unpipe(res).resume();
      }
    },
    async close() {
      server.close();
      server.closeAllConnections();
      agent.destroy();
    },
  };
}

interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly body: Buffer;
  readonly met: Fault | null;
}

function passed(headers: IncomingMessage['headers']): IncomingMessage['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !HOP_BY_HOP.includes(name)));
}
