import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Id, UploadedFile } from '@talkan/board/model';
import { isRefusal } from '@talkan/board/refusal';
import { findMembership } from '../boards/members.js';
import { timeOf } from '../clock.js';
import type { Services } from '../context.js';
import { writeTransaction } from '../db/open.js';
import type { Run } from '../db/statement.js';
import { RefusalError } from '../refusal-error.js';
import { contentTypeOf, isShownImage } from './content-type.js';
import { fitName } from './file-name.js';
import { checkRoom } from './room.js';
import { tooLarge, type Received } from './store.js';

export interface Upload {
  readonly boardId: Id;
  readonly userId: Id;
  /** As the client has it. */
  readonly name: string;
  readonly source: Readable;
  /** How many bytes the client says it sends; null: it does not say. */
  readonly declared: number | null;
  /** Called once it is known that they may upload it. */
  readonly admitted?: () => void;
}

/**
 * Takes a file in for a board. It is on no card yet: until it is, only who has uploaded it may see it, and after a day it goes.
 * @throws RefusalError, ApiError 413 or 429, StorageError; or what has ended the stream
 */
export async function uploadFile(services: Services, upload: Upload): Promise<UploadedFile> {
  const { files, db } = services;
  const { boardId, userId, declared } = upload;
  await checkEditor(db.lookUp, upload);
  if (declared !== null && declared > files.limits.fileBytes) throw tooLarge(files.limits.fileBytes);
  await checkRoom(db.read, { boardId, bytes: declared ?? 0, most: files.limits.boardBytes });
  return files.inTurn(userId, async () => {
    upload.admitted?.();
    const received = await files.store.receive(upload.source, files.limits.fileBytes);
    try {
      return await keep(services, upload, received);
    } finally {
      // Where it has found its place nothing is left here.
      await files.store.drop(received);
    }
  });
}

async function keep(services: Services, upload: Upload, received: Received): Promise<UploadedFile> {
  const { boardId, userId } = upload;
  const type = contentTypeOf(received.head);
  const size = isShownImage(type) ? await services.files.images.measure(received.path) : null;
  const file: UploadedFile = {
    id: randomUUID(),
    name: fitName(upload.name),
    size: received.size,
    type,
    width: size?.width ?? null,
    height: size?.height ?? null,
  };
  const place = { boardId, id: file.id };
  // The bytes first: what is left of a crash in between is found by the sweep, and no row is ever without its bytes.
  await services.files.store.keep(received, place);
  try {
    await insertFiles(services, { boardId, userId, files: [file] });
  } catch (error) {
    await services.files.store.remove([place]);
    throw error;
  }
  return file;
}

interface NewFiles {
  readonly boardId: Id;
  readonly userId: Id;
  readonly files: readonly UploadedFile[];
}

/**
 * Enters files whose bytes are in their place.
 * @throws RefusalError where the user may not, or the board has no room for them
 */
export async function insertFiles(services: Services, { boardId, userId, files }: NewFiles): Promise<void> {
  if (files.length === 0) return;
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const origin = { board_id: boardId, created_by: userId, created_at: timeOf(services.clock) };
  await writeTransaction(services.db, async (trx) => {
    // Asked again under the write lock: the role may have been taken away while the file came in, and others have sent files too.
    await checkEditor(trx.run, { boardId, userId });
    await checkRoom(trx, { boardId, bytes, most: services.files.limits.boardBytes });
    for (const file of files) {
      await trx
        .insertInto('files')
        .values({ ...origin, ...file })
        .execute();
    }
  });
}

async function checkEditor(run: Run, visitor: Pick<NewFiles, 'boardId' | 'userId'>): Promise<void> {
  const membership = await findMembership(run, { boardId: visitor.boardId, userId: visitor.userId }, 'editor');
  if (isRefusal(membership)) throw new RefusalError(membership);
}
