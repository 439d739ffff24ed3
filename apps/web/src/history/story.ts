import type { RouterOutputs } from '../trpc';
import { createSignal } from '../ui/signal';

export type HistoryPage = RouterOutputs['boards']['history'];
export type HistoryEntry = HistoryPage['entries'][number];

export interface StoryState {
  /** The last change first. */
  readonly entries: readonly HistoryEntry[];
  /** Where older ones begin; `null`: there are none. */
  readonly next: number | null;
  /** Whether a page was loaded yet. */
  readonly begun: boolean;
  readonly loading: boolean;
  /** Why the last page did not come. */
  readonly problem: string | null;
}

export interface StoryOptions {
  readonly fetchPage: (asked: { readonly before?: number; readonly limit: number }) => Promise<HistoryPage>;
  readonly sentenceOf: (error: unknown) => string;
  /** How many entries a page has. */
  readonly pageSize: number;
  /** How far the board's log is. */
  readonly seq: () => number;
}

/** A board's story, or the part of it that was asked for, as far back as it was read. */
export interface Story {
  readonly get: () => StoryState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Reads the next page back, or the first one. */
  older(): Promise<void>;
  /** The board's log has gone on: what is new is read, in a moment and together with what comes until then. */
  hear(): void;
  /** Reads the first page. `stop` is the end, after which it may begin again. */
  start(): void;
  stop(): void;
}

const BATCH_MS = 500;
/** Further behind than this many pages, the story begins anew. */
const MOST_PAGES = 3;
const FEWEST = 10;

export function createStory({ fetchPage, sentenceOf, pageSize, seq }: StoryOptions): Story {
  const state = createSignal<StoryState>({ entries: [], next: null, begun: false, loading: false, problem: null });
  const put = (part: Partial<StoryState>) => state.set({ ...state.get(), ...part });
  let told = 0;
  let lastRead = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = true;
  let turn = Promise.resolve();

  const isOver = () => stopped;

  /** One page at a time: each begins where the one before it has ended. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    turn = turn.then(step);
    return turn;
  }

  async function older(): Promise<void> {
    const { begun, loading, next } = state.get();
    if (loading || (begun && next === null)) return;
    put({ loading: true, problem: null });
    await inTurn(async () => {
      try {
        await readOlder();
      } catch (error) {
        put({ loading: false, problem: sentenceOf(error) });
      }
    });
  }

  async function readOlder(): Promise<void> {
    const { begun, next } = state.get();
    const from = seq();
    let page = await fetchPage({ limit: pageSize, ...(next !== null && { before: next }) });
    // So far back nothing matched; there may be something further on.
    while (!isOver() && page.entries.length === 0 && page.next !== null) {
      page = await fetchPage({ limit: pageSize, before: page.next });
    }
    put({ entries: [...state.get().entries, ...page.entries], next: page.next, begun: true, loading: false });
    if (begun) return;
    told = from;
    hear();
  }

  async function newer(): Promise<void> {
    const upTo = seq();
    let more = true;
    try {
      const fresh = await readBack(told, upTo);
      told = upTo;
      const { entries, next } = state.get();
      if (!fresh.meets) put({ entries: fresh.entries, next: fresh.next });
      else put({ entries: withNews(entries, fresh), next: fresh.next === null ? null : next });
    } catch {
      // Not before the next change: what stands here is true as far as it goes.
      more = false;
    }
    lastRead = Date.now();
    timer = undefined;
    if (more) hear();
  }

  /** The entries of the changes after `known`, and perhaps some before. */
  async function readBack(known: number, upTo: number): Promise<HistoryPage & { readonly meets: boolean }> {
    const limit = Math.min(pageSize, Math.max(FEWEST, upTo - known + 1));
    let { entries, next } = await fetchPage({ limit });
    for (let pages = 1; next !== null && next > known + 1 && pages < MOST_PAGES; pages++) {
      const page = await fetchPage({ limit: pageSize, before: next });
      entries = [...entries, ...page.entries];
      next = page.next;
    }
    return { entries, next, meets: next === null || next <= known + 1 };
  }

  function hear(): void {
    if (stopped || !state.get().begun || seq() <= told) return;
    timer ??= setTimeout(() => void inTurn(newer), Math.max(0, lastRead + BATCH_MS - Date.now()));
  }

  return {
    get: state.get,
    subscribe: state.subscribe,
    older,
    hear,
    start() {
      stopped = false;
      if (!state.get().begun) void older();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}

/** A page from the newest change back in front of what is known. A run that has grown, or was taken apart, stands there anew. */
export function withNews(known: readonly HistoryEntry[], { entries, next }: HistoryPage): readonly HistoryEntry[] {
  const isTold = ({ seq, actor }: HistoryEntry) =>
    next === null ||
    seq >= next ||
    entries.some((entry) => entry.actor.id === actor.id && entry.from <= seq && seq <= entry.seq);
  return [...entries, ...known.filter((entry) => !isTold(entry))];
}

/** The entries, of those that are known, that are undone as things are: an undo that was itself undone does not count. */
export function undoneIn(entries: readonly HistoryEntry[]): ReadonlySet<number> {
  const undone = new Set<number>();
  for (const { seq, undoes } of entries) if (undoes !== null && !undone.has(seq)) undone.add(undoes);
  return undone;
}
