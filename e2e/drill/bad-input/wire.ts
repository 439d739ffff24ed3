import fc, { type Arbitrary } from 'fast-check';
import { signedBy, type Target } from './calls.ts';
import type { Shot } from './shot.ts';

const CHUNKED = 'transfer-encoding: chunked';

/** Bytes that are no request at all, or one that breaks its own rules. The server may answer or hang up. */
export function brokenBytes(target: Target): Arbitrary<Shot> {
  const paths = fc.constantFrom(
    '/trpc/boards.commit',
    '/trpc/boards.save',
    '/api/auth/login',
    '/api/board',
    '/api/chat',
    '/',
    '/healthz',
  );
  const [owner = ''] = signedBy('owner', target);
  const head = (path: string, ...lines: string[]) =>
    ['POST ' + path + ' HTTP/1.1', 'host: localhost', 'content-type: application/json', owner, ...lines, '', ''].join(
      '\r\n',
    );
  const bodies: readonly ((path: string) => string[])[] = [
    (path) => [head(path, 'content-length: 500'), '{"a":'],
    (path) => [head(path, 'content-length: 3'), '{"a":1,"b":2}GET / HTTP/1.1\r\n\r\n'],
    (path) => [head(path, 'content-length: -1'), '{}'],
    (path) => [head(path, 'content-length: 1e3'), '{}'],
    (path) => [head(path, 'content-length: 2', 'content-length: 3'), '{}'],
    (path) => [head(path, 'content-length: 2', CHUNKED), '0\r\n\r\n'],
    (path) => [head(path, 'content-length: 99999999999'), '{}'],
    (path) => [head(path, CHUNKED), 'zz\r\n{}\r\n0\r\n\r\n'],
    (path) => [head(path, CHUNKED), '2\r\n{}'],
    (path) => [head(path, CHUNKED), '-2\r\n{}\r\n0\r\n\r\n'],
    (path) => [head(path, CHUNKED), 'ffffffffffffffff\r\n{}'],
    (path) => [head(path, CHUNKED), '2;ext="x\r\n{}\r\n0\r\n\r\n'],
    (path) => [head(path, CHUNKED), '2\r\n{}\r\n0\r\nauthorization: x\r\n\r\n'],
    (path) => [head(path, 'transfer-encoding: gzip, chunked'), '2\r\n{}\r\n0\r\n\r\n'],
    (path) => [head(path, 'transfer-encoding: chunked, identity'), '{}'],
    (path) => [head(path, 'expect: 100-continue', 'content-length: 500'), '{'],
    (path) => [head(path, 'content-length: 40'), '{', '"', 'a', '"', ':'],
    (path) => [head(path, 'x: a\0b', 'content-length: 2'), '{}'],
    (path) => [head(path, 'x\u00e9: 1', ' folded: 1', 'content-length: 2'), '{}'],
    (path) => [head(path, `x: ${'y'.repeat(20_000)}`, 'content-length: 2'), '{}'],
    (path) => [head(path, ...Array.from({ length: 2_500 }, (_, n) => `x${n}: 1`), 'content-length: 2'), '{}'],
    (path) => [head(path, 'host: evil.example', 'content-length: 2'), '{}'],
    (path) => [
      head(path).replace('localhost', 'local host\t@evil').replace('\r\n\r\n', '\r\ncontent-length: 2\r\n\r\n'),
      '{}',
    ],
    (path) => [head(path).replace('host: localhost\r\n', '')],
    (path) => [head(path).replace('HTTP/1.1', 'HTTP/9.9')],
    (path) => [head(path).replace('HTTP/1.1', 'HTTP/1.0')],
    (path) => [`GET ${path}\r\n\r\n`],
    (path) => [`CONNECT ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`],
    () => ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
    () => ['\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    () => ['\r\n'.repeat(500)],
    () => ['GET / HTTP/1.1\r\nhost: localhost\r\n'],
    (path) => [`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`.repeat(50)],
  ];
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 }).map((all) => [Buffer.from(all).toString('latin1')]);
  return fc
    .oneof(
      { weight: 9, arbitrary: fc.tuple(fc.constantFrom(...bodies), paths).map(([make, path]) => make(path)) },
      { weight: 1, arbitrary: bytes },
    )
    .map((parts) => ({
      door: `broken bytes (${parts.join('').slice(0, 40)})`,
      parts: parts.map((part) => Buffer.from(part, 'latin1')),
      pauseMs: 5,
      isOpen: true,
    }));
}

const MIB = 1024 * 1024;

/** Bodies that are larger than anybody may send, or as large as somebody may. */
export function hugeBodies(target: Target): Arbitrary<Shot> {
  const doors = fc.constantFrom(
    '/trpc/boards.commit',
    '/trpc/boards.save',
    '/api/board',
    '/api/chat',
    '/api/auth/login',
    '/trpc/boards.save,boards.save?batch=1',
  );
  const [owner = ''] = signedBy('owner', target);
  return fc
    .record({ path: doors, mib: fc.constantFrom(2, 8, 31, 40), isChunked: fc.boolean() })
    .map(({ path, mib, isChunked }) => {
      const text = Buffer.alloc(mib * MIB, '[0,');
      const method = path === '/api/board' ? 'PATCH' : 'POST';
      const length = isChunked ? CHUNKED : `content-length: ${text.byteLength}`;
      const head = [
        `${method} ${path} HTTP/1.1`,
        'host: localhost',
        'content-type: application/json',
        owner,
        length,
        '',
        '',
      ];
      const first = Buffer.from(head.join('\r\n'));
      const parts = isChunked
        ? [first, Buffer.from(`${text.byteLength.toString(16)}\r\n`), text, Buffer.from('\r\n0\r\n\r\n')]
        : [first, text];
      return { door: `${mib} MiB to ${path}`, parts, pauseMs: 0, isOpen: false };
    });
}
