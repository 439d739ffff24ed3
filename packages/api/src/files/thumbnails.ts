import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import type { Images } from './images.js';
import { sizeAt, type FilePlace, type FileStore } from './store.js';

const MOST_REMEMBERED = 1_000;

/** Small versions of images, made when they are first asked for. */
export interface Thumbnails {
  /** Where it lies; null: none can be made. */
  find(place: FilePlace): Promise<string | null>;
}

export function createThumbnails(store: FileStore, images: Images): Thumbnails {
  const making = new Map<string, Promise<boolean>>();
  // An image that cannot be read is not tried for everybody who looks at its card.
  const hopeless = new Set<string>();

  async function make(from: string, to: string): Promise<boolean> {
    const part = `${to}.${randomUUID()}.part`;
    try {
      const made = await images.shrink(from, part);
      if (made !== null) await rename(part, to);
      else {
        if (hopeless.size >= MOST_REMEMBERED) hopeless.clear();
        hopeless.add(from);
      }
      return made !== null;
    } finally {
      await rm(part, { force: true });
    }
  }

  return {
    async find(place) {
      const from = store.pathOf(place);
      const to = store.thumbnailOf(place);
      if ((await sizeAt(to)) !== null) return to;
      if (hopeless.has(from)) return null;
      const underWay = making.get(from) ?? make(from, to).finally(() => making.delete(from));
      making.set(from, underWay);
      return (await underWay) ? to : null;
    },
  };
}
