import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createResponseReader } from './response-reader.ts';

const ANSWERS = [
  {
    status: 200,
    bytes: 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nContent-Length: 11\r\n\r\n{"a":"\r\n"}!',
  },
  { status: 304, bytes: 'HTTP/1.1 304 Not Modified\r\netag: "7"\r\ncontent-length: 500\r\n\r\n' },
  { status: 204, bytes: 'HTTP/1.1 204 No Content\r\n\r\n' },
  { status: 500, bytes: 'HTTP/1.1 500 Internal Server Error\r\ncontent-length: 0\r\n\r\n' },
  {
    status: 201,
    bytes:
      'HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n10;x=y\r\n0123456789\r\n0\r\n\r\r\n0\r\n\r\n',
  },
  { status: 202, bytes: 'HTTP/1.1 202 Accepted\r\ntransfer-encoding: chunked\r\n\r\n0\r\ntrailer: 1\r\n\r\n' },
] as const;

function statusesOf(parts: readonly Buffer[]): number[] {
  const statuses: number[] = [];
  const reader = createResponseReader((status) => statuses.push(status));
  for (const part of parts) reader.read(part);
  return statuses;
}

describe('the reader of answers', () => {
  it('finds each answer, wherever the network has cut the bytes', () => {
    const answers = fc.array(fc.constantFrom(...ANSWERS), { minLength: 1, maxLength: 8 });
    const lengths = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1 });
    fc.assert(
      fc.property(answers, lengths, (sent, cuts) => {
        const bytes = Buffer.from(sent.map((answer) => answer.bytes).join(''), 'latin1');
        const parts: Buffer[] = [];
        for (let at = 0; at < bytes.length;) {
          const length = cuts[parts.length % cuts.length] ?? 1;
          parts.push(bytes.subarray(at, at + length));
          at += length;
        }
        expect(statusesOf(parts)).toEqual(sent.map(({ status }) => status));
      }),
    );
  });

  it('keeps nothing of a place that is read into again', () => {
    const statuses: number[] = [];
    const reader = createResponseReader((status) => statuses.push(status));
    const room = Buffer.alloc(64);
    const bytes = Buffer.from(ANSWERS[0].bytes, 'latin1');
    for (let at = 0; at < bytes.length; at += 9) {
      const length = bytes.copy(room, 0, at, at + 9);
      reader.read(room.subarray(0, length));
      room.fill(0);
    }
    expect(statuses).toEqual([200]);
  });

  it.each(['HTTP/1.1 200 OK\r\n\r\n', 'SSH-2.0-OpenSSH\r\n\r\n', 'x'.repeat(70_000)])('refuses %.30j', (text) => {
    expect(() => statusesOf([Buffer.from(text)])).toThrow(/answer/);
  });
});
