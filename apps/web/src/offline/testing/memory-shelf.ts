import type { Id } from '@talkan/board/model';
import type { KeptChange } from '../kept-change';
import type { Shelf } from '../queue';

export interface MemoryShelf extends Shelf {
  readonly entries: Map<Id, KeptChange>;
}

/** A shelf for tests: IndexedDB's order of things without its disk. `room`: how many entries it takes. */
export function memoryShelf(room = Number.POSITIVE_INFINITY): MemoryShelf {
  const entries = new Map<Id, KeptChange>();
  const of = (userId: Id, boardId: Id) =>
    [...entries.values()].filter((entry) => entry.userId === userId && entry.boardId === boardId);
  return {
    entries,
    list: async ({ userId, boardId }) => of(userId, boardId),
    async put(entry) {
      if (entries.size >= room && !entries.has(entry.changeId)) throw new DOMException('Full', 'QuotaExceededError');
      entries.set(entry.changeId, structuredClone(entry));
    },
    remove: async (changeId) => void entries.delete(changeId),
    async claim({ userId, boardId }, { from, to }) {
      const claimed = of(userId, boardId).filter(({ page }) => from.has(page));
      for (const entry of claimed) entries.set(entry.changeId, { ...entry, page: to });
      return claimed;
    },
  };
}
