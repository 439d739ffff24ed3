import type { Board } from './model.js';

/** A board seen in another way, to be read only. */
export function boardView(board: Board, otherwise: Partial<Board>): Board {
  const { id, key, title, description, hue, limits, archivedAt, seq, lastNumber, cardCount, labelCount, textBytes } =
    board;
  return {
    id,
    key,
    title,
    description,
    hue,
    limits,
    archivedAt,
    seq,
    lastNumber,
    cardCount,
    labelCount,
    textBytes,
    card: (cardId) => board.card(cardId),
    column: (columnId) => board.column(columnId),
    columns: () => board.columns(),
    cardsIn: (columnId) => board.cardsIn(columnId),
    label: (labelId) => board.label(labelId),
    labels: () => board.labels(),
    labelsOf: (card) => board.labelsOf(card),
    ...otherwise,
  };
}
