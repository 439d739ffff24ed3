import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Id, Time } from '@talkan/board/model';
import { sql } from 'kysely';
import type { Services } from '../context.js';
import type { Queries } from '../db/open.js';

/** Rows looked at between two pauses. */
const CHUNK = 2_000;

/** Where a page ended: when it was archived, what it is, its id. */
export const ARCHIVE_CURSOR =
  /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z\/(?:card|column)\/[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

export interface ArchiveRequest {
  readonly boardId: Id;
  /** Part of a title, in capitals or not, or a card’s number, as `RM-12` or `12`. */
  readonly query?: string | undefined;
  readonly before?: string | undefined;
  readonly limit: number;
}

export interface ArchivedEntry {
  readonly entity: 'card' | 'column';
  readonly id: Id;
  /** A card’s; `null` for a column. */
  readonly number: number | null;
  readonly title: string;
  /** The column that a card was in, which may be archived too; `null` for a column. */
  readonly column: { readonly id: Id; readonly title: string } | null;
  readonly archivedAt: Time;
}

export interface ArchivePage {
  /** What was archived last comes first. */
  readonly entries: readonly ArchivedEntry[];
  /** What to send as `before` for the next page; `null`: that was all. */
  readonly next: string | null;
}

/** What is in a board’s archive. */
export async function listArchived(services: Services, request: ArchiveRequest): Promise<ArchivePage> {
  const { read } = services.db;
  const { key } = await read
    .selectFrom('boards')
    .select('key')
    .where('id', '=', request.boardId)
    .executeTakeFirstOrThrow();
  const isWanted = matcherOf(request.query ?? '', key);
  const entries: ArchivedEntry[] = [];
  let last: string | null = null;
  let from = request.before;
  for (;;) {
    const rows = await readChunk(read, request.boardId, from);
    for (const { cursor, entry } of rows) {
      if (!isWanted(entry)) continue;
      // One more than fits: only then is there a next page.
      if (entries.length === request.limit) return { entries, next: last };
      entries.push(entry);
      last = cursor;
    }
    if (rows.length < CHUNK) return { entries, next: null };
    from = rows.at(-1)?.cursor;
    await nextTurn();
  }
}

function matcherOf(query: string, key: string): (entry: ArchivedEntry) => boolean {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return () => true;
  const prefix = `${key.toLowerCase()}-`;
  return ({ number, title }) =>
    (number !== null && (`${number}` === wanted || `${prefix}${number}` === wanted)) ||
    title.toLowerCase().includes(wanted);
}

async function readChunk(
  db: Queries,
  boardId: Id,
  before: string | undefined,
): Promise<{ readonly cursor: string; readonly entry: ArchivedEntry }[]> {
  const cards = db
    .selectFrom('cards')
    .innerJoin('columns', (join) =>
      join.onRef('columns.board_id', '=', 'cards.board_id').onRef('columns.id', '=', 'cards.column_id'),
    )
    .select(['cards.id', 'cards.number', 'cards.title', 'cards.archived_at'])
    .select(['columns.id as column_id', 'columns.title as column_title'])
    .select(sql<string>`cards.archived_at || '/card/' || cards.id`.as('cursor'))
    .where('cards.board_id', '=', boardId)
    .where('cards.archived_at', 'is not', null);
  const columns = db
    .selectFrom('columns')
    .select(['id', sql<number | null>`null`.as('number'), 'title', 'archived_at'])
    .select([sql<string | null>`null`.as('column_id'), sql<string | null>`null`.as('column_title')])
    .select(sql<string>`archived_at || '/column/' || id`.as('cursor'))
    .where('board_id', '=', boardId)
    .where('archived_at', 'is not', null);
  let query = db.selectFrom(columns.unionAll(cards).as('archive')).selectAll();
  if (before !== undefined) query = query.where('cursor', '<', before);
  const rows = await query.orderBy('cursor', 'desc').limit(CHUNK).execute();
  return rows.map((row) => ({
    cursor: row.cursor,
    entry: {
      entity: row.number === null ? 'column' : 'card',
      id: row.id,
      number: row.number,
      title: row.title,
      column: row.column_id === null ? null : { id: row.column_id, title: row.column_title ?? '' },
      archivedAt: row.archived_at ?? '',
    },
  }));
}
