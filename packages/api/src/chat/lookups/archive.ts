import type { Card, Column, Id } from '@talkan/board/model';
import { cardOf, columnOf } from '../../boards/rows.js';
import type { Queries } from '../../db/open.js';

interface Archived {
  readonly cards: Card[];
  readonly columns: Column[];
}

/** For a model: enough for "bring it back". */
export const LAST_ARCHIVED = { cards: 20, columns: 10 } as const;

/** What was archived last, the newest first, and no more than so many. */
export async function readArchive(db: Queries, boardId: Id, most: Record<keyof Archived, number>): Promise<Archived> {
  const columns = await db
    .selectFrom('columns')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('archived_at', 'is not', null)
    .orderBy('archived_at', 'desc')
    .limit(most.columns)
    .execute();
  const cards = await db
    .selectFrom('cards')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('archived_at', 'is not', null)
    .orderBy('archived_at', 'desc')
    .limit(most.cards)
    .execute();
  return { cards: cards.map(cardOf), columns: columns.map(columnOf) };
}
