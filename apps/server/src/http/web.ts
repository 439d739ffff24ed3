import { existsSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { matchesEtag } from './etag.js';
import { discard } from './body.js';
import { chooseEncoding, ENCODINGS, type Encoding } from './encoding.js';
import { sendText, type Problem } from './problem.js';
import { loadStaticFiles, type StaticFile } from './static-files.js';

const ASSETS = '/assets/';
const YEAR = 'public, max-age=31536000, immutable';
const NOT_BUILT =
  'The web app is not built yet. Run `npm start`, or `npx -y pnpm@12.21.0 run build`, then start Talkan again.\n';

/** The build that an answer comes from: a page of another one knows by it that it is out of date. */
export const BUILD_HEADER = 'x-talkan-build';

/** The built web app. */
export interface Web {
  /** Its name, as its page carries it; null where there is none. */
  readonly build: string | null;
  /** Answers for `address`, a path without a query. */
  readonly answer: (req: IncomingMessage, res: ServerResponse, address: string) => void;
}

/** Serves the built web app from `root`; addresses of its pages (those without a file's ending) get its one page. */
export function createWeb(root: string): Web {
  if (!existsSync(path.join(root, 'index.html'))) {
    const answer: Web['answer'] = (req, res) => {
      void discard(req, res);
      sendText(res, 503, plain(NOT_BUILT));
    };
    return { build: null, answer };
  }
  const files = loadStaticFiles(root);
  const answer: Web['answer'] = (req, res, address) => {
    void discard(req, res);
    if (req.method !== 'GET' && req.method !== 'HEAD') {
      res.setHeader('allow', 'GET, HEAD');
      sendText(res, 405, plain('This address can only be read.\n'));
      return;
    }
    const file = files.get(address) ?? (isPage(address) ? files.get('/index.html') : undefined);
    if (file === undefined) sendText(res, 404, plain('There is nothing at this address.\n'));
    // Vite puts a hash of the content into every name under assets/; all else must be asked for again.
    else sendFile(res, file, address.startsWith(ASSETS) ? YEAR : 'no-cache');
  };
  return { build: buildNamedIn(files.get('/index.html')), answer };
}

function buildNamedIn(page: StaticFile | undefined): string | null {
  return /<meta name="talkan-build" content="([\w-]+)"/.exec(page?.plain.toString() ?? '')?.[1] ?? null;
}

/** A person with a browser reads this one, not a program. */
export function sendPlainProblem(res: ServerResponse, problem: Problem): void {
  for (const [name, value] of Object.entries(problem.headers ?? {})) res.setHeader(name, value);
  sendText(res, problem.status, plain(`${problem.message}\n`));
}

function isPage(address: string): boolean {
  return !address.startsWith(ASSETS) && !address.slice(address.lastIndexOf('/')).includes('.');
}

function sendFile(res: ServerResponse, file: StaticFile, caching: string): void {
  const { req } = res;
  res.setHeader('cache-control', caching);
  res.setHeader('etag', file.etag);
  res.setHeader('vary', 'accept-encoding');
  if (matchesEtag(req.headers['if-none-match'], file.etag)) {
    res.writeHead(304).end();
    return;
  }
  const encoding = chooseEncoding(req, encodingsOf(file));
  const bytes = (encoding && file[encoding]) ?? file.plain;
  if (encoding !== null) res.setHeader('content-encoding', encoding);
  res.writeHead(200, { 'content-type': file.type, 'content-length': bytes.byteLength });
  res.end(req.method === 'HEAD' ? undefined : bytes);
}

function encodingsOf(file: StaticFile): Encoding[] {
  return ENCODINGS.filter((encoding) => file[encoding] !== null);
}

function plain(body: string) {
  return { type: 'text/plain; charset=utf-8', body };
}
