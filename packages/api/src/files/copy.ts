import { randomUUID } from 'node:crypto';
import type { Id, UploadedFile } from '@talkan/board/model';
import type { Services } from '../context.js';
import { loadFiles } from './rows.js';
import { sizeAt } from './store.js';
import { insertFiles } from './upload.js';

export interface FileCopy {
  readonly from: Id;
  readonly to: Id;
  readonly ids: readonly Id[];
  /** An editor of both boards. */
  readonly userId: Id;
}

/**
 * Gives another board these files, for a card that moves there; by their ids on the board that they come from. Like an upload they go after a day
 * unless a card has them by then. Those that are not there any more are left out.
 * @throws RefusalError, StorageError
 */
export async function copyFiles(services: Services, copy: FileCopy): Promise<ReadonlyMap<Id, UploadedFile>> {
  const { store } = services.files;
  const copies = new Map<Id, UploadedFile>();
  const placeOf = (file: UploadedFile) => ({ boardId: copy.to, id: file.id });
  try {
    for (const file of await loadFiles(services.db.read, copy.from, copy.ids)) {
      const source = { boardId: copy.from, id: file.id };
      if ((await sizeAt(store.pathOf(source))) === null) continue;
      const made = { ...file, id: randomUUID() };
      await store.copy(source, placeOf(made));
      copies.set(file.id, made);
    }
    await insertFiles(services, { boardId: copy.to, userId: copy.userId, files: [...copies.values()] });
    return copies;
  } catch (error) {
    await store.remove([...copies.values()].map(placeOf));
    throw error;
  }
}
