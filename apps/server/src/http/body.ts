import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Problem } from './problem.js';

const MIB = 1024 * 1024;
/** What a request may carry, in bytes; a whole board may weigh more than anything else. */
export const BODY_LIMIT = 1 * MIB;
export const BOARD_BODY_LIMIT = 32 * MIB;
/** How deep a body may nest. Nothing that is understood here gets to ten. */
const DEPTH_LIMIT = 100;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
// A client that is still sending does not listen yet. This much is read and thrown away so that it gets to see the answer.
const PATIENCE = 64 * MIB;

export type Body = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: Problem };

/** JSON is all that is understood, whatever its parameters say. */
function checkContentType(req: IncomingMessage): Problem | null {
  const type = (req.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') {
    return { status: 415, message: 'Only JSON is understood: send the body as application/json.' };
  }
  const encoding = req.headers['content-encoding'] ?? 'identity';
  return encoding === 'identity' ? null : { status: 415, message: 'Send the body as it is, not compressed.' };
}

/** Reads a JSON body of at most `limit` bytes. The time that it may take is the host's affair, not this function's. */
export async function readBody(req: IncomingMessage, res: ServerResponse, limit: number): Promise<Body> {
  const wrongType = checkContentType(req);
  const declared = Number(req.headers['content-length'] ?? 0);
  if (wrongType !== null || declared > limit) {
    await discard(req, res, declared);
    return { ok: false, problem: wrongType ?? tooLarge(limit) };
  }
  if (expectsContinue(req)) res.writeContinue();
  const bytes = await collect(req, limit);
  if (bytes === 'gone')
    return { ok: false, problem: { status: 400, message: 'The request ended before its body did.' } };
  if (bytes === 'large') {
    if (closesAfter(res)) await runOff(req, limit);
    return { ok: false, problem: tooLarge(limit) };
  }
  return decode(bytes);
}

/** Lets a body that nobody wants run off. A refusal waits for that: it would not be heard, see `runOff`. */
export async function discard(req: IncomingMessage, res: ServerResponse, declared = 0): Promise<void> {
  if (declared > PATIENCE || expectsContinue(req)) {
    res.setHeader('connection', 'close');
    return;
  }
  req.resume();
  if (closesAfter(res)) await runOff(req);
}

/** Whether the connection ends with this answer, as its client or the host wishes. */
function closesAfter(res: ServerResponse): boolean {
  return !res.shouldKeepAlive || res.getHeader('connection') === 'close';
}

/**
 * Waits for the body's end, or for as much as is read at all. Node ends such a connection with the answer: whoever is still sending would
 * see a reset instead of it.
 */
function runOff(req: IncomingMessage, size = 0): Promise<void> {
  if (req.readableEnded || req.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    let read = size;
    req.on('data', (chunk: Buffer) => {
      read += chunk.byteLength;
      if (read > PATIENCE) resolve();
    });
    req.once('end', resolve);
    req.once('close', resolve);
  });
}

function collect(req: IncomingMessage, limit: number): Promise<Buffer | 'large' | 'gone'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.byteLength;
      if (size <= limit) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve('large');
        if (size > PATIENCE) req.destroy();
      }
    });
    req.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)));
    req.on('close', () => resolve('gone'));
    req.on('error', () => resolve('gone'));
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer): Body {
  if (isTooDeep(bytes)) return { ok: false, problem: { status: 400, message: 'The body is nested too deeply.' } };
  try {
    return { ok: true, text: utf8.decode(bytes) };
  } catch {
    return { ok: false, problem: { status: 400, message: 'The body is not valid UTF-8 text.' } };
  }
}

/** What nests deep takes 30 times its size to be read as JSON, all of it in one go. Brackets in texts do not count. */
function isTooDeep(bytes: Buffer): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (inText) {
      if (byte === BACKSLASH) at += 1;
      else if (byte === QUOTE) inText = false;
    } else if (byte === QUOTE) inText = true;
    else if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1;
    else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
    if (depth > DEPTH_LIMIT) return true;
  }
  return false;
}

/** Bytes as a person reads them. */
export function inMib(bytes: number): string {
  return `${bytes / MIB} MiB`;
}

function tooLarge(limit: number): Problem {
  return { status: 413, message: `The request is too large: at most ${inMib(limit)} can be sent here.` };
}

function expectsContinue(req: IncomingMessage): boolean {
  return req.headers.expect?.toLowerCase() === '100-continue';
}
