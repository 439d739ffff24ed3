import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';

/** A change of this browser's that the server has not answered yet. */
export interface Outgoing {
  readonly changeId: Id;
  /** Empty for an undo, which the server alone can decide. */
  readonly operations: readonly Operation[];
  /** The number of the change that this one undoes. */
  readonly undoes?: number;
  /** The number of the first one, where it undoes a run of edits. */
  readonly undoesFrom?: number;
  readonly now: string;
  /** Orders the queue, also across the tabs that share it. */
  readonly order: number;
}

/** Where the queue outlives the page. One entry a change, so that two tabs never overwrite each other's. */
export interface Outbox {
  /** What earlier pages left behind, oldest first. */
  load(): Outgoing[];
  /** Whether it was kept: a full or forbidden storage keeps nothing. */
  keep(change: Outgoing): boolean;
  forget(changeId: Id): void;
}

const VERSION = 1;
const MOST_CHANGES = 500;
/** Browsers give an origin five million characters; drafts and the chat need theirs. */
const MOST_CHARACTERS = 3_000_000;

/** A queue in `storage` under keys of its own: `talkan:queue:<user>:<board>:<change>`. */
export function createOutbox(storage: Storage | null, owner: { userId: Id; boardId: Id }): Outbox {
  if (!storage) return { load: () => [], keep: () => false, forget() {} };
  const prefix = `talkan:queue:${owner.userId}:${owner.boardId}:`;
  const keys = () => allKeys(storage).filter((key) => key.startsWith(prefix));
  const hasRoom = (text: string) => {
    const kept = keys();
    if (kept.length >= MOST_CHANGES) return false;
    const used = kept.reduce((sum, key) => sum + (storage.getItem(key)?.length ?? 0), 0);
    return used + text.length <= MOST_CHARACTERS;
  };
  return {
    load() {
      const changes = keys().flatMap((key) => readEntry(storage.getItem(key)));
      return changes.toSorted((one, other) => one.order - other.order);
    },
    keep(change) {
      try {
        const { changeId, operations, undoes, undoesFrom, now, order } = change;
        const text = JSON.stringify({ v: VERSION, changeId, operations, undoes, undoesFrom, now, order });
        if (!hasRoom(text)) return false;
        storage.setItem(prefix + change.changeId, text);
        return true;
      } catch {
        return false;
      }
    },
    forget(changeId) {
      try {
        storage.removeItem(prefix + changeId);
      } catch {
        // A storage that is closed to us kept nothing either.
      }
    },
  };
}

function allKeys(storage: Storage): string[] {
  try {
    return Array.from({ length: storage.length }, (_, index) => storage.key(index)).filter((key) => key !== null);
  } catch {
    return [];
  }
}

function readEntry(text: string | null): Outgoing[] {
  try {
    const entry: unknown = JSON.parse(text ?? '');
    if (!isOutgoing(entry)) return [];
    const { changeId, operations, now, order, undoes, undoesFrom } = entry;
    const undone = { ...(undoes === undefined ? {} : { undoes }), ...(undoesFrom === undefined ? {} : { undoesFrom }) };
    return [{ changeId, operations, now, order, ...undone }];
  } catch {
    return [];
  }
}

function isOutgoing(entry: unknown): entry is Outgoing {
  return (
    typeof entry === 'object' &&
    entry !== null &&
    'v' in entry &&
    entry.v === VERSION &&
    'changeId' in entry &&
    typeof entry.changeId === 'string' &&
    'operations' in entry &&
    Array.isArray(entry.operations) &&
    'order' in entry &&
    typeof entry.order === 'number'
  );
}
