import type { Failure, Outgoing, Owner } from '../sync/outbox';
import { isOutgoing } from './kept-change';

/**
 * The browser's small storage, which writes before it returns. A page that is being left puts there what it could not see written elsewhere;
 * and it is where Talkan kept the whole queue once.
 */
export interface Spare {
  put(owner: Owner, change: Outgoing | Failure): void;
  list(owner: Owner): (Outgoing | Failure)[];
  remove(owner: Owner, changeId: string): void;
}

const VERSION = 1;

/** Keys of their own, so that two tabs never overwrite each other's: `talkan:queue:<user>:<board>:<change>`. */
export function createSpare(storage: Storage | null): Spare {
  const prefix = ({ userId, boardId }: Owner) => `talkan:queue:${userId}:${boardId}:`;
  return {
    put(owner, change) {
      attempt(() => storage?.setItem(prefix(owner) + change.changeId, JSON.stringify({ v: VERSION, ...change })));
    },
    list(owner) {
      const entries = keysOf(storage).filter((key) => key.startsWith(prefix(owner)));
      return entries.flatMap((key) => read(storage?.getItem(key) ?? ''));
    },
    remove(owner, changeId) {
      attempt(() => storage?.removeItem(prefix(owner) + changeId));
    },
  };
}

/** A storage that is full or closed to us keeps nothing; more cannot be done about it. */
function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // As said.
  }
}

function keysOf(storage: Storage | null): string[] {
  if (!storage) return [];
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
}

function read(text: string): (Outgoing | Failure)[] {
  try {
    const entry: unknown = JSON.parse(text);
    if (!isOutgoing(entry) || !('v' in entry) || entry.v !== VERSION) return [];
    const { v: _, ...change } = entry;
    return [change];
  } catch {
    return [];
  }
}
