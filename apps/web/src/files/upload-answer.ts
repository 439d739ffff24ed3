import type { UploadedFile } from '@talkan/board/model';
import { t } from '@talkan/words/words';

export interface UploadProblem {
  /** A sentence for a person. */
  readonly message: string;
  /** Whether the same file may be taken at another time. */
  readonly canRetry: boolean;
}

/** What was kept has the id that `attachment.add` names. */
export type UploadAnswer =
  | { readonly ok: true; readonly file: UploadedFile }
  | { readonly ok: false; readonly problem: UploadProblem };

const AWAY = t`The file was not uploaded, because Talkan cannot be reached. Check your connection, then try again.`;
const FAILED = t`The file was not uploaded. Try again.`;
const SIGNED_OUT = t`The file was not uploaded, because you are signed out. Sign in, then try again.`;

/** Also for what stands before the server and takes less than it does. */
const TOO_LARGE = t`The file is too large for this server.`;

/** An answer of the server's, or of whoever stands before it; status 0: none came. */
export function readAnswer(status: number, text: string): UploadAnswer {
  const body = parse(text);
  if (status === 201 && isUploaded(body)) return { ok: true, file: body };
  const said = messageIn(body);
  switch (status) {
    case 0:
      return refused(AWAY, true);
    case 401:
      return refused(SIGNED_OUT, true);
    case 413:
      return refused(said ?? TOO_LARGE, false);
    case 408:
    case 429:
    case 503:
    case 507:
      return refused(said ?? FAILED, true);
    case 502:
    case 504:
      return refused(AWAY, true);
    default:
      return refused(said ?? FAILED, status >= 500 || status === 409);
  }
}

function refused(message: string, canRetry: boolean): UploadAnswer {
  return { ok: false, problem: { message, canRetry } };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isUploaded(body: unknown): body is UploadedFile {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string' && 'type' in body;
}

function messageIn(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null;
  const { error } = body;
  if (typeof error !== 'object' || error === null || !('message' in error)) return null;
  return typeof error.message === 'string' && error.message !== '' ? error.message : null;
}
