// What Node and SQLite can do at most: a board over node:http with no framework, no checks and no rules.
//   cached  one Buffer, made at the start, for everybody: HTTP alone
//   limit   token, SELECT, JSON.stringify; a move is an UPDATE and an INSERT in one transaction, not synced (NORMAL)
//   full    the same, each move synced before it is answered (FULL)
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { openStore } from './store.ts';

export type Mode = 'cached' | 'limit' | 'full';

const [mode = 'limit', file = ':memory:', cards = '8'] = process.argv.slice(2);
const store = openStore({ file, cards: Number(cards), synchronous: mode === 'full' ? 'FULL' : 'NORMAL' });
const cached = mode === 'cached' ? Buffer.from(store.board()) : null;

function send(res: ServerResponse, status: number, body: string | Buffer): void {
  res.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) });
  res.end(body);
}

function withBody(req: IncomingMessage, then: (body: Record<string, string>) => void): void {
  const parts: Buffer[] = [];
  req.on('data', (part: Buffer) => parts.push(part));
  req.on('end', () => then(JSON.parse(Buffer.concat(parts).toString()) as Record<string, string>));
}

function isSignedIn(req: IncomingMessage): boolean {
  return store.isSignedIn(req.headers.authorization?.slice('Bearer '.length) ?? '');
}

const server = createServer((req, res) => {
  switch (`${req.method} ${req.url}`) {
    case 'GET /api/board':
      if (cached !== null) send(res, 200, cached);
      else if (isSignedIn(req)) send(res, 200, store.board());
      else send(res, 401, '{}');
      break;
    case 'POST /api/move':
      if (isSignedIn(req)) {
        withBody(req, ({ cardId = '', columnId = '' }) => {
          const seq = store.move(cardId, columnId);
          send(res, 200, JSON.stringify({ seq }));
        });
      } else send(res, 401, '{}');
      break;
    case 'POST /api/auth/login':
      withBody(req, ({ username = '', password = '' }) => {
        const token = store.signIn({ username, password });
        send(res, token === null ? 401 : 200, JSON.stringify({ token }));
      });
      break;
    default:
      send(res, 404, '{}');
  }
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
});
process.on('SIGTERM', () => {
  store.close();
  process.exit(0);
});
