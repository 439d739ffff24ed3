import { gzipSync } from 'node:zlib';
import fc, { type Arbitrary } from 'fast-check';

/** A body on its way: its bytes, and how its sender describes them. */
export interface Body {
  readonly bytes: Buffer;
  readonly headers: readonly string[];
  /** Whether the server can read it as the text that it was made from. */
  readonly isReadable: boolean;
}

const JSON_TYPE = 'content-type: application/json';
const TYPES = [
  'content-type: text/plain',
  'content-type: application/x-www-form-urlencoded',
  'content-type: multipart/form-data; boundary=x',
  'content-type: application/jsonp',
  'content-type: application/octet-stream',
  'content-type: ',
  'content-type: application/json, text/html',
  `content-type: ${'x'.repeat(2_000)}`,
  'x-nothing: 1',
];

const json = (bytes: Buffer, ...headers: string[]): Body => ({
  bytes,
  headers: [JSON_TYPE, ...headers],
  isReadable: false,
});

/** Ways in which a text cannot be read as JSON in UTF-8. */
const BROKEN: readonly ((text: string) => Body)[] = [
  (text) => json(Buffer.from(`\ufeff${text}`, 'utf16le')),
  (text) => json(Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text)])),
  (text) => json(Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xc3, 0x28, 0xed, 0xa0, 0x80])])),
  (text) => json(Buffer.from(`${text.slice(0, -1)}\0`)),
  (text) => json(Buffer.from(text.slice(0, text.length / 2))),
  (text) => json(Buffer.from(`${text}]`)),
  (text) => json(Buffer.from(`${text}${text}`)),
  (text) => json(Buffer.from(`{"a":NaN,${text}`)),
  () => json(Buffer.alloc(0)),
  () => json(Buffer.from('\0'.repeat(50))),
  () => json(Buffer.from('['.repeat(100_000))),
  () => json(Buffer.from('{"a":'.repeat(50_000))),
  (text) => json(gzipSync(text), 'content-encoding: gzip'),
  (text) => json(gzipSync(text)),
  (text) => json(Buffer.from(text), 'content-encoding: br'),
  () => json(Buffer.alloc(1_500_000, '[')),
  ...TYPES.map((type) => (text: string) => ({ bytes: Buffer.from(text), headers: [type], isReadable: false })),
];

/** Ways of writing JSON that are unusual and not wrong. */
const ODD: readonly ((text: string) => Body)[] = [
  (text) => ({ ...json(Buffer.from(`\ufeff${text}`)), isReadable: true }),
  (text) => ({ ...json(Buffer.from(` \r\n\t${text}\n`)), isReadable: true }),
  (text) => ({
    bytes: Buffer.from(text),
    headers: ['Content-TYPE: APPLICATION/JSON ; charset=utf-16'],
    isReadable: true,
  }),
  (text) => ({ ...json(Buffer.from(text), 'expect: 100-continue'), isReadable: true }),
];

export const plainBody = (text: string): Body => ({ ...json(Buffer.from(text)), isReadable: true });

export const bodyMaker: Arbitrary<(text: string) => Body> = fc.oneof(
  { weight: 14, arbitrary: fc.constant(plainBody) },
  { weight: 4, arbitrary: fc.constantFrom(...BROKEN) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD) },
);
