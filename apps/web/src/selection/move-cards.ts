import type { Board, Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';

export type End = 'top' | 'bottom';

/** The moves that take cards to an end of a column, together and in their order; none where they stand so. */
export function moveCards(board: Board, cardIds: readonly Id[], to: { columnId: Id; end: End }): Operation[] {
  const { columnId, end } = to;
  const cards = board.cardsIn(columnId).map(({ id }) => id);
  const moving = new Set(cardIds);
  const others = cards.filter((id) => !moving.has(id));
  const wanted = end === 'top' ? [...cardIds, ...others] : [...others, ...cardIds];
  if (wanted.length === cards.length && wanted.every((id, at) => id === cards[at])) return [];
  const first = end === 'top' ? { before: others[0] ?? null } : { after: others.at(-1) ?? null };
  return cardIds.map((cardId, at) => {
    const above = cardIds[at - 1];
    return { type: 'card.move', cardId, columnId, ...(above === undefined ? first : { after: above }) };
  });
}
