import type { Board, Card, Id } from '@talkan/board/model';

/** The card before or after another one, in the order of the board: column by column, from the top to the end. */
export function cardBeside(board: Board, cardId: Id, step: 1 | -1): Card | undefined {
  const card = board.card(cardId);
  if (!card) return undefined;
  const cards = board.cardsIn(card.columnId);
  const beside = cards[cards.indexOf(card) + step];
  if (beside) return beside;
  const columns = board.columns();
  const at = columns.findIndex(({ id }) => id === card.columnId);
  const rest = step === 1 ? columns.slice(at + 1) : columns.slice(0, at).toReversed();
  for (const { id } of rest) {
    const found = board.cardsIn(id).at(step === 1 ? 0 : -1);
    if (found) return found;
  }
  return undefined;
}
