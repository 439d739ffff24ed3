import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = fileURLToPath(new URL('../../apps/web/dist', import.meta.url));
const HASHED = /(\/?[\w.-]+-)([\w-]{8})(\.(?:js|css|woff2))\b/g;
const DOORS = /^\/(?:trpc|api|files|healthz|readyz)\b/;
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

type BuildName = 'first' | 'second';

/** A server that is updated, and taken back: the same API, with one build of the page or another. */
export interface Updated {
  readonly url: string;
  /** From now on it is this build that is served, and no file of any other. */
  become(build: BuildName): void;
  /** The build that an open page is of. */
  idOf(build: BuildName): string;
  close(): Promise<void>;
}

interface Build {
  readonly id: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** Stands before a server as its next release would: with the same code in files of other names. */
export async function startUpdated(upstream: string): Promise<Updated> {
  const builds = { first: buildAs('1'), second: buildAs('2') };
  let served: Build = builds.first;

  function pass(req: IncomingMessage, res: ServerResponse): void {
    const sent = request(new URL(upstream + (req.url ?? '/')), { method: req.method, headers: req.headers });
    sent.on('response', (answer) => {
      res.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'x-talkan-build': served.id });
      answer.pipe(res);
    });
    sent.on('error', () => res.destroy());
    res.once('close', () => sent.destroy());
    req.pipe(sent);
  }

  function serve(req: IncomingMessage, res: ServerResponse): void {
    const address = (req.url ?? '/').split('?', 1)[0] ?? '/';
    if (DOORS.test(address)) return pass(req, res);
    const isFile = address.slice(address.lastIndexOf('/')).includes('.');
    const name = isFile ? address : '/index.html';
    const file = served.files.get(name);
    res.setHeader('x-talkan-build', served.id);
    res.setHeader('cache-control', 'no-cache');
    if (!file) return void res.writeHead(404).end();
    res.writeHead(200, { 'content-type': TYPES[path.extname(name)] ?? 'application/octet-stream' });
    res.end(req.method === 'HEAD' ? undefined : file);
  }

  const server = createServer(serve);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    become(build) {
      served = builds[build];
      // Who is connected finds out as after a restart.
      server.closeAllConnections();
    },
    idOf: (build) => builds[build].id,
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The build with a digit of its own in every hash, wherever a file is named. */
function buildAs(digit: string): Build {
  const rename = (text: string) =>
    text.replaceAll(HASHED, (_, name, hash: string, end) => `${name}${digit}${hash.slice(1)}${end}`);
  const page = readFileSync(path.join(dist, 'index.html'), 'utf8');
  const own = /name="talkan-build" content="([\w-]+)"/.exec(page)?.[1] ?? '';
  const id = `build-${digit}`;
  const files = new Map<string, Buffer>();
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || /\.(?:br|gz)$/.test(entry.name)) continue;
    const file = path.join(entry.parentPath, entry.name);
    const address = `/${path.relative(dist, file).split(path.sep).join('/')}`;
    const isText = /\.(?:js|css|html)$/.test(entry.name);
    const bytes = readFileSync(file);
    files.set(rename(address), isText ? Buffer.from(rename(bytes.toString()).replaceAll(own, id)) : bytes);
  }
  return { id, files };
}
