import type { Id, Time } from '@talkan/board/model';
import type { SearchWord } from '@talkan/board/search-words';
import { sql } from 'kysely';
import { chunked } from '../boards/load.js';
import type { Queries } from '../db/open.js';

/** Which cards are looked for, by whether they are archived. */
export const ARCHIVED = ['include', 'exclude', 'only'] as const;
export type Archived = (typeof ARCHIVED)[number];

/** A board that somebody may see. */
export interface SearchedBoard {
  /** Its number in the index. */
  readonly no: number;
  readonly id: Id;
  readonly key: string;
  readonly title: string;
}

export interface Match {
  readonly boardId: Id;
  readonly cardId: Id;
  readonly number: number;
  readonly title: string;
  readonly details: string;
  readonly checklists: string;
  /** The one that matches, where that is a comment’s. */
  readonly comment: string | null;
  readonly column: string;
  readonly archivedAt: Time | null;
}

/** The lowest bits of a text’s number in the index say which board it is on. */
const BOARD_MASK = 2 ** 20 - 1;
/** Where not every match counts, since it is archived or is not, or one of many comments, so many of the newest are looked through: each takes some microseconds. */
const LOOKED_THROUGH = 2_000;

const CARD_FIELDS = [
  'cards.board_id as boardId',
  'cards.id as cardId',
  'cards.number',
  'cards.title',
  'cards.details',
  'cards.checklists',
  'cards.archived_at as archivedAt',
  'columns.title as column',
] as const;

const NO_COMMENT = sql<string | null>`null`.as('comment');

export async function boardsSeenBy(db: Queries, userId: Id): Promise<readonly SearchedBoard[]> {
  return db
    .selectFrom('members')
    .innerJoin('boards', 'boards.id', 'members.board_id')
    .innerJoin('search_boards', 'search_boards.board_id', 'boards.id')
    .select(['search_boards.no', 'boards.id', 'boards.key', 'boards.title'])
    .where('members.user_id', '=', userId)
    .orderBy('search_boards.no', 'desc')
    .execute();
}

interface Wanted {
  readonly boards: readonly SearchedBoard[];
  readonly archived: Archived;
  readonly limit: number;
}

/** The cards of this number. */
export async function cardsNumbered(db: Queries, number: number, wanted: Wanted): Promise<Match[]> {
  const found: Match[] = [];
  for (const boards of chunked(wanted.boards)) {
    const ids = boards.map(({ id }) => id);
    const rows = await cardsWithColumns(db, wanted.archived)
      .select(CARD_FIELDS)
      .select(NO_COMMENT)
      .where('cards.board_id', 'in', ids)
      .where('cards.number', '=', number)
      .limit(wanted.limit)
      .execute();
    found.push(...rows);
  }
  return found.slice(0, wanted.limit);
}

/** The cards that have all the words in their own texts; the one whose text was written last comes first. */
export async function cardsMatching(db: Queries, expression: string, wanted: Wanted): Promise<Match[]> {
  const { archived, limit } = wanted;
  return cardsWithColumns(db, archived)
    .innerJoin('search_texts', (join) =>
      join.onRef('search_texts.board_id', '=', 'cards.board_id').onRef('search_texts.card_id', '=', 'cards.id'),
    )
    .innerJoin(
      newest(db, expression, { ...wanted, limit: archived === 'include' ? limit : LOOKED_THROUGH }).as('matches'),
      'matches.no',
      'search_texts.no',
    )
    .select(CARD_FIELDS)
    .select(NO_COMMENT)
    .orderBy('matches.no', 'desc')
    .limit(limit)
    .execute();
}

/** The cards that have all the words in one comment, each with the last that has. */
export async function commentsMatching(db: Queries, expression: string, wanted: Wanted): Promise<Match[]> {
  return (
    cardsWithColumns(db, wanted.archived)
      .innerJoin('comments', (join) =>
        join.onRef('comments.board_id', '=', 'cards.board_id').onRef('comments.card_id', '=', 'cards.id'),
      )
      .innerJoin('search_texts', (join) =>
        join
          .onRef('search_texts.board_id', '=', 'comments.board_id')
          .onRef('search_texts.comment_id', '=', 'comments.id'),
      )
      .innerJoin(
        newest(db, expression, { ...wanted, limit: LOOKED_THROUGH }).as('matches'),
        'matches.no',
        'search_texts.no',
      )
      .select(CARD_FIELDS)
      // Of the columns that are not grouped SQLite takes those of the row that has the maximum.
      .select(['comments.text as comment', ({ fn }) => fn.max('matches.no').as('no')])
      .groupBy(['cards.board_id', 'cards.id'])
      .orderBy('no', 'desc')
      .limit(wanted.limit)
      .execute()
  );
}

/** The last texts that match. */
function newest(db: Queries, expression: string, { boards, limit }: Wanted) {
  const numbers = JSON.stringify(boards.map(({ no }) => no));
  return db
    .selectFrom('search')
    .select('search.rowid as no')
    .where(sql<boolean>`search match ${expression}`)
    .where(sql<boolean>`(search.rowid & ${sql.lit(BOARD_MASK)}) in (select value from json_each(${numbers}))`)
    .orderBy('search.rowid', 'desc')
    .limit(limit);
}

function cardsWithColumns(db: Queries, archived: Archived) {
  const cards = db
    .selectFrom('cards')
    .innerJoin('columns', (join) =>
      join.onRef('columns.board_id', '=', 'cards.board_id').onRef('columns.id', '=', 'cards.column_id'),
    );
  switch (archived) {
    case 'include':
      return cards;
    case 'exclude':
      return cards.where('cards.archived_at', 'is', null);
    case 'only':
      return cards.where('cards.archived_at', 'is not', null);
  }
}

/** The words in the language of the index. Within its quotation marks nothing is syntax, and no token has one. */
export function expressionOf(words: readonly SearchWord[], columns: readonly string[]): string {
  const parts = words.map(({ tokens, isPrefix }) => `"${tokens.join(' ')}"${isPrefix ? ' *' : ''}`);
  return `{${columns.join(' ')}} : (${parts.join(' AND ')})`;
}
