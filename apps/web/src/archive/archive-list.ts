import type { Id, Time } from '@talkan/board/model';
import { createSignal, type Signal } from '../ui/signal';

/** A card or column of the archive. */
export interface ArchivedEntry {
  readonly entity: 'card' | 'column';
  readonly id: Id;
  /** A card’s; `null` for a column. */
  readonly number: number | null;
  readonly title: string;
  /** The column that a card was in. */
  readonly column: { readonly id: Id; readonly title: string } | null;
  readonly archivedAt: Time;
}

export interface ArchiveInput {
  readonly query?: string;
  readonly before?: string;
  readonly limit: number;
}

/** A page of the archive; the call may throw. */
export type LoadArchive = (
  input: ArchiveInput,
) => Promise<{ readonly entries: readonly ArchivedEntry[]; readonly next: string | null }>;

export interface ArchiveState {
  /** What is searched for. */
  readonly query: string;
  /** What was archived last comes first. */
  readonly entries: readonly ArchivedEntry[];
  /** `first`: there is nothing to show yet. `more`: the next page is under way. */
  readonly loading: 'first' | 'more' | null;
  /** Where the next page begins; `null`: that was all. */
  readonly next: string | null;
  /** Why the last call failed. */
  readonly problem: unknown;
}

/** The archive as far as it was looked at. */
export interface ArchiveList extends Pick<Signal<ArchiveState>, 'get' | 'subscribe'> {
  search(query: string): void;
  more(): void;
  /** Looks again at what is shown: something was archived, restored or deleted since. */
  refresh(): void;
}

const PAGE = 50;
const MOST = 100;

export function createArchiveList(load: LoadArchive): ArchiveList {
  const state = createSignal<ArchiveState>({ query: '', entries: [], loading: 'first', next: null, problem: null });
  let turn = 0;

  async function ask(input: ArchiveInput, takeIn: (entries: readonly ArchivedEntry[]) => readonly ArchivedEntry[]) {
    turn += 1;
    const mine = turn;
    try {
      const { entries, next } = await load(input);
      if (mine === turn) state.set({ ...state.get(), entries: takeIn(entries), next, loading: null, problem: null });
    } catch (problem) {
      if (mine === turn) state.set({ ...state.get(), loading: null, problem });
    }
  }
  function askFirst(limit: number): void {
    const { query } = state.get();
    void ask({ limit, ...(query !== '' && { query }) }, (entries) => entries);
  }

  askFirst(PAGE);
  return {
    get: state.get,
    subscribe: state.subscribe,
    search(query) {
      const current = state.get();
      if (query === current.query && current.problem === null) return;
      state.set({
        ...current,
        query,
        loading: current.entries.length === 0 ? 'first' : current.loading,
        problem: null,
      });
      askFirst(PAGE);
    },
    more() {
      const current = state.get();
      const { query, next, loading } = current;
      if (next === null || loading !== null) return;
      state.set({ ...current, loading: 'more', problem: null });
      const seen = current.entries;
      void ask({ limit: PAGE, before: next, ...(query !== '' && { query }) }, (entries) => [...seen, ...entries]);
    },
    refresh() {
      const current = state.get();
      if (current.entries.length === 0) state.set({ ...current, loading: 'first', problem: null });
      askFirst(Math.min(MOST, Math.max(PAGE, current.entries.length)));
    },
  };
}

/** The cards that went into the archive together with their column: in the same moment, from it. */
export async function cardsArchivedWith(column: ArchivedEntry, load: LoadArchive): Promise<readonly ArchivedEntry[]> {
  const cards: ArchivedEntry[] = [];
  // Of what was archived in one moment the columns come first.
  let before: string | null = `${column.archivedAt}/column/0`;
  while (before !== null) {
    const page = await load({ before, limit: MOST });
    const together = page.entries.filter(({ archivedAt }) => archivedAt === column.archivedAt);
    cards.push(...together.filter((entry) => entry.column?.id === column.id));
    before = together.length === page.entries.length ? page.next : null;
  }
  return cards;
}
