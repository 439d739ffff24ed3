import type { ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { chooseEncoding, type Encoding } from './encoding.js';

const TYPE = 'application/json; charset=utf-8';
/** Below this a header and some time of two processors are all that is gained. */
const WORTH_COMPRESSING = 1024;

const compressors = {
  // The default of 11 takes a second for a large board, and saves a few per cent.
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: promisify(gzip),
} satisfies Record<Encoding, (bytes: Buffer) => Promise<Buffer>>;

/** A body whose bytes are made once, plain and compressed. */
class KeptBody {
  readonly plain: Buffer;
  readonly #compressed = new Map<Encoding, Promise<Buffer>>();

  constructor(text: string) {
    this.plain = Buffer.from(text);
  }

  /** Whoever asks while they are being made waits for the same ones. */
  compressed(encoding: Encoding): Promise<Buffer> {
    const bytes = this.#compressed.get(encoding) ?? compressors[encoding](this.plain);
    this.#compressed.set(encoding, bytes);
    return bytes;
  }
}

/** Bodies by the answer that they carry, and what stands around it. They go when their answer does. */
const bodies = new WeakMap<object, Map<string, KeptBody>>();

/** What stands around an answer in a body. */
export interface Frame {
  readonly before: string;
  readonly after: string;
}

const BARE: Frame = { before: '', after: '' };

/** Sends an answer that is given again and again: its JSON is written once, and compressed once for each encoding that is asked for. */
export async function sendKept(res: ServerResponse, answer: object, frame: Frame = BARE): Promise<void> {
  const body = bodyOf(answer, frame);
  const isWorthIt = body.plain.byteLength >= WORTH_COMPRESSING;
  const encoding = isWorthIt ? chooseEncoding(res.req) : null;
  const bytes = encoding === null ? body.plain : await body.compressed(encoding);
  if (res.headersSent || res.destroyed) return;
  if (encoding !== null) res.setHeader('content-encoding', encoding);
  res.appendHeader('vary', 'accept-encoding');
  res.writeHead(200, { 'content-type': TYPE, 'content-length': bytes.byteLength });
  res.end(res.req.method === 'HEAD' ? undefined : bytes);
}

function bodyOf(answer: object, { before, after }: Frame): KeptBody {
  const framed = bodies.get(answer) ?? new Map<string, KeptBody>();
  bodies.set(answer, framed);
  const body = framed.get(before) ?? new KeptBody(`${before}${JSON.stringify(answer)}${after}`);
  framed.set(before, body);
  return body;
}
