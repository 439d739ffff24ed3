import type { PastChange } from './walk';

/** A piece of the log to ask for: `limit` changes after `after`. */
export interface Piece {
  readonly after: number;
  readonly limit: number;
}

/** Where somebody is, which way they go, and where the log ends. */
interface Place {
  readonly seq: number;
  readonly direction: 1 | -1;
  readonly newest: number;
}

const CHUNK = 100;
/** What is missing this far ahead is fetched: at thirty steps a second it is there before they are. */
const NEAR = 60;
/** Texts may be large: what is farther away than this is forgotten. */
const KEPT = 1500;

/** The changes that have been fetched. */
export interface ChangeLog {
  readonly get: (seq: number) => PastChange | undefined;
  add(changes: readonly PastChange[], around: number): void;
  clear(): void;
  /** What to fetch next, the most urgent first; `null`: all that is near is there. */
  missing(place: Place): Piece | null;
}

export function createChangeLog(): ChangeLog {
  const changes = new Map<number, PastChange>();

  function missingOn({ seq, newest }: Place, direction: 1 | -1): Piece | null {
    for (let distance = 0; distance < NEAR; distance++) {
      const at = seq + direction * distance;
      if (at < 1 || at > newest) return null;
      if (!changes.has(at)) return direction === 1 ? { after: at - 1, limit: CHUNK } : upTo(at);
    }
    return null;
  }

  function upTo(last: number): Piece {
    let first = Math.max(1, last - CHUNK + 1);
    // A page may come shorter than it was asked for.
    while (changes.has(first)) first += 1;
    return { after: first - 1, limit: last - first + 1 };
  }

  return {
    get: (seq) => changes.get(seq),
    add(more, around) {
      for (const change of more) changes.set(change.seq, change);
      for (const seq of changes.keys()) if (Math.abs(seq - around) > KEPT) changes.delete(seq);
    },
    clear: () => changes.clear(),
    missing(place) {
      const { seq, newest, direction } = place;
      if (seq >= 1 && seq <= newest && !changes.has(seq)) {
        return { after: Math.max(0, seq - 1 - CHUNK / 2), limit: CHUNK };
      }
      return missingOn(place, direction) ?? missingOn(place, direction === 1 ? -1 : 1);
    },
  };
}
