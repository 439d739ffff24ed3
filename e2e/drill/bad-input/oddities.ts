import fc, { type Arbitrary } from 'fast-check';
import { signedBy, type Target } from './calls.ts';
import { plainBody } from './bodies.ts';
import { bytesOf, type Request, type Shot } from './shot.ts';

const PATHS = [
  '/trpc/%00',
  '/trpc/%ff',
  '/trpc/%E0%A4%A',
  '/trpc/..%2f..%2fetc%2fpasswd',
  '/trpc/../../../etc/passwd',
  '/trpc/__proto__',
  '/trpc/constructor',
  '/trpc/boards.__proto__.get',
  '/trpc/boards.constructor',
  '/trpc/toString,valueOf?batch=1',
  '/trpc/boards',
  '/trpc/boards.',
  '/trpc/.',
  '/trpc/,,,,?batch=1',
  '/trpc/',
  '/trpc',
  '/trpc/boards.get/../boards.list',
  '/trpc/boards.get.call',
  '/trpc/boards.list%2Cauth.me?batch=1',
  '/trpc/boards.list?batch=1&input=%7B%22__proto__%22%3A1%7D',
  '/trpc/boards.list?batch=1&input=null',
  '/trpc/boards.list?batch=1&input=[]',
  '/trpc/boards.list?batch=2&batch=1',
  '/trpc/boards.list?input=',
  `/trpc/${'a'.repeat(9_000)}`,
  `/trpc/${'a.'.repeat(3_000)}`,
  '/api',
  '/api/',
  '/api//board',
  '/api/board/',
  '/api/board?version=x&__proto__[a]=1',
  '/api/%62oard',
  '/api/board%00',
  '/api/__proto__',
  '/api/docs/../board',
  '/api/openapi.json%00',
  '/api/docs/constructor',
  '/healthz',
  '/healthz/..',
  '/readyz?x=%',
  '/',
  '/%',
  '/%00',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/../../../../etc/passwd',
  '/..%5c..%5cwindows',
  '/assets/..%2f..%2fpackage.json',
  '/assets/__proto__',
  '/__proto__',
  '/constructor',
  '/index.html/',
  '//evil.example/x',
  '/\\evil.example',
  '/;x=y',
  '/?' + 'a=b&'.repeat(1_000),
  'http://localhost/api/board',
  'http://evil.example/api/board',
  '*',
  '?',
  '/caf\u00e9',
] as const;
const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'PROPFIND',
  'SEARCH',
  'QUERY',
] as const;
const HEADERS = [
  'authorization: Bearer',
  'authorization: Bearer  ',
  'authorization: bearer x y z',
  'authorization: Basic dXNlcjpwYXNzd29yZA==',
  'authorization: Bearer \u00ff\u00fe',
  `authorization: Bearer ${'x'.repeat(7_000)}`,
  "authorization: Bearer ' or 1=1 --",
  'authorization: Bearer __proto__',
  'cookie: talkan_session',
  'cookie: talkan_session=; talkan_session=x',
  'cookie: =;;;=,talkan_session=%00',
  `cookie: ${'a=b; '.repeat(1_000)}`,
  'cookie: __Host-talkan_session=x',
  'origin: null',
  'origin: http://evil.example',
  'sec-fetch-site: cross-site',
  'x-forwarded-for: ::1, \u00ff, 999.999.999.999',
  'x-forwarded-host: evil.example',
  'x-forwarded-proto: https, javascript',
  'x-request-id: ' + 'x'.repeat(500),
  'x-request-id: <script>',
  'accept: application/jsonl',
  'trpc-accept: application/jsonl',
  'trpc-batch-mode: stream',
  'accept: text/event-stream',
  'accept-encoding: gzip;q=x, br;q=-1, *;q=9',
  'if-none-match: *',
  'if-none-match: W/"',
  `if-none-match: ${'"x",'.repeat(1_000)}`,
  'last-event-id: -1',
  'last-event-id: 9999999999999999999',
  'last-event-id: \u00ff',
  'last-event-id: {"__proto__":1}',
  'range: bytes=0-,9-1',
  'expect: 100-continue',
  'expect: the-unexpected',
  'upgrade: websocket',
  'connection: upgrade',
  'te: trailers',
  'http2-settings: AAMAAABkAAQAAP__',
  'content-type: application/json',
] as const;

/** Addresses, methods and headers that nobody uses. */
export function oddRequests(target: Target): Arbitrary<Shot> {
  const known = target.doors.map(({ path }) => path);
  return fc
    .record({
      method: fc.constantFrom(...METHODS),
      path: fc.oneof(fc.constantFrom(...PATHS), fc.constantFrom(...known), anyPath),
      headers: fc.uniqueArray(fc.constantFrom(...HEADERS), { maxLength: 3 }),
      isSigned: fc.boolean(),
      text: fc.constantFrom(null, '', '{}', '[]', 'null', '{"0":{}}', '{"boardId":"x"}', '\0'),
    })
    .map(({ method, path, headers, isSigned, text }) => {
      // Who may only look cannot end a board; and whoever is signed in could end the own session.
      const signed = isSigned && !path.includes('logout') ? signedBy('viewer', target) : [];
      const body = text === null || method === 'TRACE' ? null : plainBody(text).bytes;
      return {
        door: `${method} ${path.slice(0, 80)}`,
        parts: [bytesOf({ method, target: path, headers: [...signed, ...headers], body })],
        pauseMs: 0,
        // A stream has no end, and what asks to go on waits for it.
        isOpen: path.includes('boards.watch') || headers.includes('expect: 100-continue'),
      };
    });
}

const anyPath = fc
  .tuple(fc.constantFrom('/trpc/', '/api/', '/', '/assets/'), fc.string({ unit: 'binary', maxLength: 40 }))
  .map(([prefix, rest]) => prefix + rest.replaceAll(/[\s\0-\x20\x7f-\u{10ffff}]/gu, (c) => encodeSafely(c)));

function encodeSafely(character: string): string {
  return `%${(character.codePointAt(0) ?? 0).toString(16).slice(-2).padStart(2, '0')}`;
}

/** Many calls in one request, of which something is wrong. What is right in them is asked by somebody who may not do it. */
export function batches(target: Target): Arbitrary<Shot> {
  const names = target.doors.filter(({ path }) => path.startsWith('/trpc/')).map(({ name }) => name);
  const inputs = fc.constantFrom<unknown>(
    {},
    [],
    null,
    1,
    'x',
    { 0: {} },
    { 0: { boardId: target.boardId } },
    { 0: { boardId: target.foreignBoardId }, 1: { boardId: target.boardId }, 99: {} },
    { '-1': {}, __proto__: null, length: 2 },
    { '1e0': {}, '00': {} },
  );
  return fc
    .record({
      calls: fc.array(fc.constantFrom(...names, 'no.such', '__proto__', ''), { minLength: 1, maxLength: 14 }),
      inputs,
      isGet: fc.boolean(),
      batch: fc.constantFrom('?batch=1', '?batch=1', '?batch=true', '?batch', ''),
      stream: fc.constantFrom([], [], ['trpc-accept: application/jsonl'], ['accept: text/event-stream']),
    })
    .map(({ calls, inputs, isGet, batch, stream }) => {
      const text = JSON.stringify(inputs);
      const query = isGet ? `${batch === '' ? '?' : `${batch}&`}input=${encodeURIComponent(text)}` : batch;
      const path = `/trpc/${calls.join(',')}`;
      const signed = calls.some((call) => call.startsWith('auth.')) ? [] : signedBy('viewer', target);
      const type = isGet ? [] : ['content-type: application/json'];
      const request: Request = {
        method: isGet ? 'GET' : 'POST',
        target: path + query,
        headers: [...signed, ...type, ...stream],
        body: isGet ? null : Buffer.from(text),
      };
      const isOpen = calls.includes('boards.watch');
      return { door: `batch of ${calls.length}`, parts: [bytesOf(request)], pauseMs: 0, isOpen };
    });
}
