import type { Id } from '@talkan/board/model';
import { cardOf, columnOf } from '../boards/rows.js';
import type { Queries } from '../db/open.js';
import type { Archive } from './short-ids.js';

const CARDS = 20;
const COLUMNS = 10;

/** What was archived last: enough for "bring it back". */
export async function readArchive(db: Queries, boardId: Id): Promise<Archive> {
  const columns = await db
    .selectFrom('columns')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('archived_at', 'is not', null)
    .orderBy('archived_at', 'desc')
    .limit(COLUMNS)
    .execute();
  const cards = await db
    .selectFrom('cards')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('archived_at', 'is not', null)
    .orderBy('archived_at', 'desc')
    .limit(CARDS)
    .execute();
  return { cards: cards.map(cardOf), columns: columns.map(columnOf) };
}
