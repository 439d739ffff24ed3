const PREFIX = 'talkan:draft:';
/** What one draft may take: the limit of a card's details, as code units. Longer text stays in memory only. */
const LONGEST = 64 * 1024;
/** More drafts than anyone has open; beyond it the oldest go. */
const MOST = 60;

interface Kept {
  readonly text: string;
  readonly at: number;
}

export interface DraftStore {
  /** `null`: nothing was typed. */
  readonly read: (key: string) => string | null;
  readonly write: (key: string, text: string) => void;
  readonly remove: (key: string) => void;
  readonly clear: () => void;
  readonly subscribe: (listener: () => void) => () => void;
}

/**
 * Typed text that is not part of the board yet. Memory is what counts while the page lives, so that another tab never changes the text
 * under somebody's cursor; the storage is what the next page starts from. A full or forbidden storage costs only that.
 */
export function createDraftStore(storage: Storage | null, now: () => number = Date.now): DraftStore {
  const memory = new Map<string, string | null>();
  const listeners = new Set<() => void>();
  const notify = () => {
    for (const listener of listeners) listener();
  };

  return {
    read(key) {
      const known = memory.get(key);
      if (known !== undefined) return known;
      const kept = load(storage, key)?.text ?? null;
      memory.set(key, kept);
      return kept;
    },
    write(key, text) {
      memory.set(key, text);
      if (text.length <= LONGEST) save(storage, key, { text, at: now() });
      notify();
    },
    remove(key) {
      memory.set(key, null);
      storage?.removeItem(PREFIX + key);
      notify();
    },
    clear() {
      memory.clear();
      for (const key of keysOf(storage)) storage?.removeItem(key);
      notify();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function load(storage: Storage | null, key: string): Kept | null {
  try {
    const value: unknown = JSON.parse(storage?.getItem(PREFIX + key) ?? 'null');
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  return 'text' in value && typeof value.text === 'string' && 'at' in value && typeof value.at === 'number';
}

function save(storage: Storage | null, key: string, kept: Kept): void {
  try {
    storage?.setItem(PREFIX + key, JSON.stringify(kept));
    dropOldest(storage);
  } catch {
    // The storage is full: the text lives on in memory.
  }
}

function dropOldest(storage: Storage | null): void {
  const keys = keysOf(storage);
  if (keys.length <= MOST) return;
  const aged = keys.map((key) => ({ key, at: load(storage, key.slice(PREFIX.length))?.at ?? 0 }));
  aged.sort((a, b) => a.at - b.at);
  for (const { key } of aged.slice(0, keys.length - MOST)) storage?.removeItem(key);
}

function keysOf(storage: Storage | null): string[] {
  if (!storage) return [];
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) =>
    key.startsWith(PREFIX),
  );
}
