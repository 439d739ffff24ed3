import type { Composing } from './compose-context.js';
import type { Board, Id } from './model.js';
import type { Operation } from './operations.js';

/** Adds cards to a column, in their order and as one change: above those that are there, or below. */
export function addCards(
  board: Board,
  {
    columnId,
    place,
    titles,
  }: { readonly columnId: Id; readonly place: 'top' | 'bottom'; readonly titles: readonly string[] },
  { newId }: Composing,
): Operation[] {
  const there = board.cardsIn(columnId);
  const before = place === 'top' ? there[0]?.id : undefined;
  let after = place === 'top' ? undefined : there.at(-1)?.id;
  return titles.map((title) => {
    const cardId = newId();
    const operation: Operation = { type: 'card.create', cardId, columnId, title, before, after };
    after = cardId;
    return operation;
  });
}
