import type { Id } from '@talkan/board/model';

// Where typed text is kept until it is part of the board.

export const newCardDraft = (boardId: Id, columnId: Id) => `new-card:${boardId}:${columnId}`;
export const newColumnDraft = (boardId: Id) => `new-column:${boardId}`;
export const newItemDraft = (boardId: Id, cardId: Id, checklistId: Id) =>
  `new-item:${boardId}:${cardId}:${checklistId}`;
export const columnNameDraft = (boardId: Id, columnId: Id) => `column:${boardId}:${columnId}`;
