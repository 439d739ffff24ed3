import { open, type FileHandle } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { isShownImage } from '@talkan/api/files/content-type';
import { findFile } from '@talkan/api/files/rows';
import { RefusalError } from '@talkan/api/refusal-error';
import type { Id, UploadedFile } from '@talkan/board/model';
import { isRefusal, refuse } from '@talkan/board/refusal';
import { matchesEtag } from '../etag.js';
import { readRange } from './byte-range.js';
import { disposition } from './disposition.js';
import type { FileCall } from './files-door.js';

interface Wanted {
  readonly kind: 'file' | 'thumbnail';
  readonly boardId: Id;
  readonly id: Id;
}

/** Bytes on the disk, and how they are told of. */
interface Content {
  readonly path: string;
  readonly type: string;
  readonly etag: string;
  readonly disposition: string;
}

/**
 * Nothing in a file gets to run, whatever it is and however it is opened: no scripts, no plugins, no forms, an origin of its own, nothing loaded. Styles
 * are what browsers lay out a picture with that is opened by itself.
 */
const POLICY =
  "sandbox; default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Sends a file that the caller may see, or its thumbnail.
 * @throws RefusalError
 */
export async function sendFile(call: FileCall, wanted: Wanted): Promise<void> {
  const { services, session, res } = call;
  const { boardId, id } = wanted;
  const file = await findFile(services.db.lookUp, { boardId, id, userId: session.user.id });
  if (isRefusal(file)) throw new RefusalError(file);
  const content = wanted.kind === 'file' ? contentOf(call, boardId, file) : await thumbnailOf(call, boardId, file);
  const handle = await open(content.path).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw missing('This file’s content is missing on the server.');
    throw error;
  });
  try {
    await send(res, handle, content);
  } finally {
    await handle.close();
  }
}

function contentOf({ services }: FileCall, boardId: Id, file: UploadedFile): Content {
  // One that could not be read as what it begins as may be something else as well.
  const isShown = isShownImage(file.type) && file.width !== null;
  return {
    path: services.files.store.pathOf({ boardId, id: file.id }),
    type: file.type === 'text/plain' ? 'text/plain; charset=utf-8' : file.type,
    etag: `"${file.id}"`,
    disposition: disposition(isShown ? 'inline' : 'attachment', file.name),
  };
}

async function thumbnailOf({ services }: FileCall, boardId: Id, file: UploadedFile): Promise<Content> {
  const place = { boardId, id: file.id };
  const path = file.width === null ? null : await services.files.thumbnails.find(place);
  if (path === null) throw missing('There is no small picture of this file.');
  return {
    path,
    type: 'image/webp',
    etag: `"${file.id}-thumbnail"`,
    disposition: disposition('inline', `${file.name}.webp`),
  };
}

function missing(message: string): RefusalError {
  return new RefusalError(refuse('not_found', message, []));
}

async function send(res: ServerResponse, handle: FileHandle, content: Content): Promise<void> {
  const { req } = res;
  const { size } = await handle.stat();
  setHeaders(res, content);
  if (matchesEtag(req.headers['if-none-match'], content.etag)) {
    res.writeHead(304).end();
    return;
  }
  const ifRange = req.headers['if-range'];
  const range = ifRange === undefined || ifRange === content.etag ? readRange(req.headers.range, size) : null;
  if (range === 'unsatisfiable') {
    res.writeHead(416, { 'content-range': `bytes */${size}`, 'content-length': 0 }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: size - 1 };
  if (range !== null) res.setHeader('content-range', `bytes ${start}-${end}/${size}`);
  res.writeHead(range === null ? 200 : 206, { 'content-type': content.type, 'content-length': end - start + 1 });
  if (req.method === 'HEAD' || size === 0) {
    res.end();
    return;
  }
  // Who goes away in the middle has what they wanted.
  await pipeline(handle.createReadStream({ start, end, autoClose: false }), res).catch(() => res.destroy());
}

function setHeaders(res: ServerResponse, { etag, disposition }: Content): void {
  res.setHeader('content-security-policy', POLICY);
  res.setHeader('content-disposition', disposition);
  res.setHeader('accept-ranges', 'bytes');
  res.setHeader('etag', etag);
  // The bytes never change; but on a machine that people share the next one's session is another one.
  res.setHeader('cache-control', 'private, max-age=31536000, immutable');
  res.setHeader('vary', 'cookie, authorization');
}
