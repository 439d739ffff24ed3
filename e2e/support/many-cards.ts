import type { Operation } from '@talkan/board/operations';
import type { Person } from '@talkan/api/testing';

const COLUMNS = 5;
export const CARDS_A_COLUMN = 1000;

/** Fills the person's board with five columns of a thousand cards, `Card 1-1` to `Card 5-1000`, through the API. */
export async function fillBoard({ caller, boardId }: Person): Promise<void> {
  await caller.boards.save({ boardId, board: { columns: [], cards: {} } });
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
  const operations = numbers(COLUMNS).flatMap((column): Operation[] => {
    const columnId = `column-${column}`;
    const cards = numbers(CARDS_A_COLUMN).map((card): Operation => ({
      type: 'card.create',
      cardId: `card-${column}-${card}`,
      columnId,
      title: `Card ${column}-${card}`,
      details: 'Each of them has something to say.',
    }));
    return [{ type: 'column.create', columnId, title: `Column ${column}` }, ...cards];
  });
  await caller.boards.commit({ boardId, changeId: 'fill', operations });
}
