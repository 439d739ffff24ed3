import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import { languageHeaders } from '../language/language';
import { saySize } from './file-words';
import { readAnswer, type UploadAnswer } from './upload-answer';

/** A browser has six connections to a server, and the board needs some of them. */
const AT_ONCE = 2;

export interface UploadOptions {
  /** Cancels it: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
  /** Told how much has been sent, from 0 to 1. */
  readonly onProgress?: (part: number) => void;
}

const queue: (() => void)[] = [];
let underWay = 0;

/**
 * Uploads a file to a board, when it is its turn. It is on no card yet: `attachment.add` with its id puts it there, within a day.
 * Never rejects but by the signal.
 */
export async function uploadFile(
  boardId: Id,
  file: File,
  { signal, onProgress }: UploadOptions = {},
): Promise<UploadAnswer> {
  await myTurn(signal);
  try {
    const most = await mostBytes();
    if (most !== null && file.size > most) return tooLarge(most);
    return await post(`/files/${boardId}?name=${encodeURIComponent(file.name || 'file')}`, file, {
      signal,
      onProgress,
    });
  } finally {
    underWay -= 1;
    queue.shift()?.();
  }
}

async function myTurn(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (underWay >= AT_ONCE) {
    await new Promise<void>((resolve, reject) => {
      const go = () => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        queue.splice(queue.indexOf(go), 1);
        reject(signal?.reason);
      };
      queue.push(go);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }
  underWay += 1;
}

function tooLarge(most: number): UploadAnswer {
  const message = t`The file is too large: at most ${saySize(most)} can be uploaded.`;
  return { ok: false, problem: { message, canRetry: false } };
}

let limits: Promise<number | null> | undefined;

/** What the server takes; null: it does not say just now. A file that is too large is not even begun: browsers do not hear a refusal while they send. */
function mostBytes(): Promise<number | null> {
  limits ??= askLimits().then((most) => {
    if (most === null) limits = undefined;
    return most;
  });
  return limits;
}

async function askLimits(): Promise<number | null> {
  try {
    const answer = await fetch('/files/limits');
    const body: unknown = answer.ok ? await answer.json() : null;
    const isTold = typeof body === 'object' && body !== null && 'fileBytes' in body;
    return isTold && typeof body.fileBytes === 'number' ? body.fileBytes : null;
  } catch {
    return null;
  }
}

interface Posting {
  readonly signal: AbortSignal | undefined;
  readonly onProgress: ((part: number) => void) | undefined;
}

/** `fetch` tells nobody how much it has sent. */
function post(address: string, file: File, { signal, onProgress }: Posting): Promise<UploadAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const cancel = () => request.abort();
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(total === 0 ? 1 : loaded / total));
    request.addEventListener('abort', () => reject(signal?.reason));
    request.addEventListener('loadend', () => {
      signal?.removeEventListener('abort', cancel);
      resolve(readAnswer(request.status, request.responseText));
    });
    request.open('POST', address);
    // What the browser takes it for is not asked, and would only be looked at by proxies.
    request.setRequestHeader('content-type', 'application/octet-stream');
    for (const [name, value] of Object.entries(languageHeaders())) request.setRequestHeader(name, value);
    signal?.addEventListener('abort', cancel, { once: true });
    request.send(file);
  });
}
