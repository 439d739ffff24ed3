import { language } from '@talkan/words/language';
import type { RouterOutputs } from '../trpc';

export type BoardEntry = RouterOutputs['boards']['list'][number];

/** What a list is put in order by. */
type Listed = Pick<BoardEntry, 'id' | 'key' | 'title' | 'starred' | 'visitedAt' | 'archivedAt'>;

export interface Sections<Board> {
  readonly starred: readonly Board[];
  /** Those that were opened last, starred ones left out; none where all boards are no more than these could be. */
  readonly recent: readonly Board[];
  /** All that are not archived, by title. */
  readonly all: readonly Board[];
  readonly archived: readonly Board[];
}

const MOST_RECENT = 6;
const byName = new Intl.Collator(language().locale, { numeric: true, sensitivity: 'base' });

/** The boards as home shows them. @param query part of a title or a key; empty: all */
export function sectionsOf<Board extends Listed>(boards: readonly Board[], query = ''): Sections<Board> {
  const found = boards
    .filter((board) => matches(board, query))
    .toSorted((one, other) => byName.compare(one.title, other.title) || byName.compare(one.key, other.key));
  const all = found.filter(({ archivedAt }) => archivedAt === null);
  return {
    starred: all.filter(({ starred }) => starred),
    recent: all.length > MOST_RECENT ? recentOf(all) : [],
    all,
    archived: found.filter(({ archivedAt }) => archivedAt !== null),
  };
}

function recentOf<Board extends Listed>(boards: readonly Board[]): readonly Board[] {
  return boards
    .filter(({ starred, visitedAt }) => !starred && visitedAt !== null)
    .toSorted((one, other) => ((one.visitedAt ?? '') < (other.visitedAt ?? '') ? 1 : -1))
    .slice(0, MOST_RECENT);
}

/**
 * The boards that somebody may want to go to, the likeliest first: starred ones, then those that they opened last, then the rest by title.
 * For whatever lists boards to choose one of.
 */
export function boardChoices<Board extends Listed>(boards: readonly Board[]): readonly Board[] {
  const { starred, all } = sectionsOf(boards);
  return [...new Set([...starred, ...recentOf(all), ...all])];
}

function matches({ title, key }: Listed, query: string): boolean {
  const wanted = query.trim().toLocaleLowerCase();
  return title.toLocaleLowerCase().includes(wanted) || key.toLocaleLowerCase().startsWith(wanted);
}
