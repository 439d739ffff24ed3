import { t } from '@talkan/words/words';
import { ApiError } from '../refusal-error.js';
import { FILE_LIMITS, type FileLimits } from './file-limits.js';
import { createImages, type Images } from './images.js';
import { createFileStore, type FileStore } from './store.js';
import { createThumbnails, type Thumbnails } from './thumbnails.js';

/** Uploads under way at a time. */
const MOST = { ofOnePerson: 6, inAll: 32 };

/** The files on cards, as far as the database does not have them. */
export interface Files {
  readonly store: FileStore;
  readonly images: Images;
  readonly thumbnails: Thumbnails;
  readonly limits: FileLimits;
  /** @throws ApiError 429 where too many are under way */
  inTurn<T>(userId: string, work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** @param databaseFile null: a database in memory */
export function createFiles(databaseFile: string | null, limits: FileLimits = FILE_LIMITS): Files {
  const store = createFileStore(databaseFile);
  const images = createImages();
  return {
    store,
    images,
    thumbnails: createThumbnails(store, images),
    limits,
    inTurn: createBound(),
    close: async () => {
      images.stop();
      await store.close();
    },
  };
}

function createBound(): Files['inTurn'] {
  const underWay = new Map<string, number>();
  let total = 0;

  function count(userId: string, change: 1 | -1): void {
    const left = (underWay.get(userId) ?? 0) + change;
    total += change;
    if (left === 0) underWay.delete(userId);
    else underWay.set(userId, left);
  }

  return async (userId, work) => {
    if (total >= MOST.inAll || (underWay.get(userId) ?? 0) >= MOST.ofOnePerson) {
      const message = t`Too many files are being uploaded at once. Wait until one is done, then try again.`;
      throw new ApiError({ kind: 'too_many_requests', message, retryAfter: 2 });
    }
    count(userId, 1);
    try {
      return await work();
    } finally {
      count(userId, -1);
    }
  };
}
