import { nameCard, shorten } from './decide-context.js';
import { wanted } from './decide-text.js';
import type { Board, Id } from './model.js';
import type { Edit, Operation, OperationOf, Place } from './operations.js';

/**
 * An operation in one sentence, past tense.
 * @param board the board as it was before the operation
 */
export function describeOperation(board: Board, operation: Operation): string {
  switch (operation.type) {
    case 'board.rename':
      return `Renamed the board to ${quote(operation.title)}.`;
    case 'column.create':
      return `Added the column ${quote(operation.title)}.`;
    case 'column.rename':
      return `Renamed ${columnName(board, operation.columnId)} to ${quote(operation.title)}.`;
    case 'column.move':
      return `Moved ${columnName(board, operation.columnId)} ${columnPlace(board, operation)}.`;
    case 'column.archive':
      return `Archived ${columnName(board, operation.columnId)}.`;
    case 'column.restore':
      return `Restored ${columnName(board, operation.columnId)}.`;
    case 'card.create':
      return `Added ${quote(operation.title)} to ${columnTitle(board, operation.columnId)}.`;
    case 'card.edit':
      return describeEdit(board, operation);
    case 'card.move':
      return describeMove(board, operation);
    case 'card.archive':
      return `Archived ${cardName(board, operation.cardId)}.`;
    case 'card.restore':
      return `Restored ${cardName(board, operation.cardId)}.`;
  }
}

/**
 * A change in one sentence: its first operation, and how many more there were.
 * @param board the board as it was before the change
 */
export function describeChange(board: Board, operations: readonly Operation[]): string {
  const [first] = operations;
  if (!first) return 'Changed nothing.';
  const sentence = describeOperation(board, first);
  const more = operations.length - 1;
  if (more === 0) return sentence;
  return `${sentence.slice(0, -1)}, and ${more} more ${more === 1 ? 'change' : 'changes'}.`;
}

function describeEdit(board: Board, { cardId, title, details }: OperationOf<'card.edit'>): string {
  const name = cardName(board, cardId);
  const newTitle = isOther(title, board.card(cardId)?.title) ? wanted(title) : undefined;
  const isOtherDetails = isOther(details, board.card(cardId)?.details);
  if (newTitle !== undefined) {
    return `Renamed ${name} to ${quote(newTitle)}${isOtherDetails ? ' and changed its details' : ''}.`;
  }
  return isOtherDetails ? `Changed the details of ${name}.` : `Left ${name} as it was.`;
}

function isOther(edit: Edit | undefined, current: string | undefined): edit is Edit {
  return edit !== undefined && wanted(edit) !== current;
}

function describeMove(board: Board, operation: OperationOf<'card.move'>): string {
  const card = board.card(operation.cardId);
  const target = columnTitle(board, operation.columnId);
  const name = cardName(board, operation.cardId);
  if (card && card.columnId !== operation.columnId)
    return `Moved ${name} from ${columnTitle(board, card.columnId)} to ${target}.`;
  return card ? `Moved ${name} within ${target}.` : `Moved ${name} to ${target}.`;
}

function columnPlace(board: Board, place: Place): string {
  if (place.before && board.column(place.before)) return `before ${columnTitle(board, place.before)}`;
  if (place.after && board.column(place.after)) return `after ${columnTitle(board, place.after)}`;
  return 'to the end';
}

function cardName(board: Board, id: Id): string {
  const card = board.card(id);
  return card ? nameCard(board, card) : 'a card';
}

function columnName(board: Board, id: Id): string {
  const column = board.column(id);
  return column ? `the column ${quote(column.title)}` : 'a column';
}

function columnTitle(board: Board, id: Id): string {
  const column = board.column(id);
  return column ? quote(column.title) : 'a column';
}

function quote(text: string): string {
  return `“${shorten(text)}”`;
}
