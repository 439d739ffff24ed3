import { describeFields, isFieldOperation, type FieldOperation } from './describe-fields.js';
import { wanted } from './decide-text.js';
import type { Board, Id } from './model.js';
import type { Edit, LoggedOperation, OperationOf, Place } from './operations.js';
import { tellerOf, type Teller, type Telling } from './teller.js';

/**
 * An operation in one sentence: `Moved RM-4 “Refine status language” from “In Progress” to “Review”.`
 * @param board the board as it was before the operation
 */
export function describeOperation(board: Board, operation: LoggedOperation, telling: Telling = {}): string {
  const teller = tellerOf(board, telling);
  const words = isFieldOperation(operation) ? describeFields(teller, operation) : tell(teller, operation);
  return `${words.filter(Boolean).join(' ')}.`;
}

/**
 * A change in one sentence: its first operation, and how many more there were.
 * @param board the board as it was before the change
 */
export function describeChange(board: Board, operations: readonly LoggedOperation[], telling: Telling = {}): string {
  const [first] = operations;
  if (!first) return 'Changed nothing.';
  const sentence = describeOperation(board, first, telling);
  const more = operations.length - 1;
  if (more === 0) return sentence;
  return `${sentence.slice(0, -1)}, and ${more} more ${more === 1 ? 'change' : 'changes'}.`;
}

function tell(teller: Teller, operation: Exclude<LoggedOperation, FieldOperation>): readonly string[] {
  const { board, verbs, quote, onCard } = teller;
  switch (operation.type) {
    case 'board.rename':
      return [verbs.rename, 'the board to', quote(operation.title)];
    case 'board.edit':
      return tellBoardEdit(teller, operation);
    case 'board.archive':
      return [verbs.archive, 'the board'];
    case 'board.restore':
      return [verbs.restore, 'the board'];
    case 'column.create':
      return [verbs.add, 'the column', quote(operation.title)];
    case 'column.rename':
      return [verbs.rename, columnName(teller, operation.columnId), 'to', quote(operation.title)];
    case 'column.edit':
      return tellColumnEdit(teller, operation);
    case 'column.move':
      return [verbs.move, columnName(teller, operation.columnId), columnPlace(teller, operation)];
    case 'column.archive':
      return [verbs.archive, columnName(teller, operation.columnId)];
    case 'column.restore':
      return [verbs.restore, columnName(teller, operation.columnId)];
    case 'card.create':
      return [verbs.add, onCard ? '' : quote(operation.title), 'to', columnTitle(teller, operation.columnId)];
    case 'card.edit':
      return tellEdit(teller, operation);
    case 'card.move':
      return [verbs.move, teller.card(operation.cardId), ...tellWay(board, teller, operation)];
    case 'card.archive':
      return [verbs.archive, teller.card(operation.cardId)];
    case 'card.restore':
      return [verbs.restore, teller.card(operation.cardId)];
    case 'card.leave':
      return [verbs.move, teller.card(operation.cardId), 'to another board'];
    case 'card.arrive':
      return [verbs.add, teller.card(operation.cardId), 'from another board'];
  }
}

function tellBoardEdit({ verbs, quote }: Teller, operation: OperationOf<'board.edit'>): readonly string[] {
  const { key, description, hue, limits } = operation;
  const parts = [
    ...(key === undefined ? [] : [`key (to ${quote(key)})`]),
    ...(description === undefined ? [] : ['description']),
    ...(hue === undefined ? [] : ['colour']),
    ...(limits === undefined ? [] : [`limits (to ${limits === 'warn' ? 'only warn' : 'be kept'})`]),
  ];
  return parts.length === 0 ? [verbs.leave, 'the board as it was'] : [verbs.change, 'the board’s', inWords(parts)];
}

function tellColumnEdit(teller: Teller, operation: OperationOf<'column.edit'>): readonly string[] {
  const { verbs } = teller;
  const { columnId, hue, limit, done } = operation;
  const name = columnTitle(teller, columnId);
  const parts = [
    ...(limit === undefined
      ? []
      : [limit === null ? `${verbs.remove} the limit of ${name}` : `${verbs.set} the limit of ${name} to ${limit}`]),
    ...(hue === undefined ? [] : [`${verbs.change} the colour of ${name}`]),
    ...(done === undefined ? [] : [`${verbs.set} cards in ${name} to count as ${done ? 'done' : 'not done'}`]),
  ];
  const [first = `${verbs.leave} ${name} as it was`, ...rest] = parts;
  return [inWords([first, ...rest.map((part) => part.charAt(0).toLowerCase() + part.slice(1))])];
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function tellEdit(teller: Teller, { cardId, title, details }: OperationOf<'card.edit'>): readonly string[] {
  const { board, verbs, onCard, quote } = teller;
  const card = board.card(cardId);
  const name = teller.card(cardId);
  const isOtherDetails = isOther(details, card?.details);
  if (isOther(title, card?.title)) {
    const renamed = [verbs.rename, name, 'to', quote(wanted(title))];
    return isOtherDetails ? [...renamed, 'and', verbs.change.toLowerCase(), 'its details'] : renamed;
  }
  if (!isOtherDetails) return [verbs.leave, name, 'as it was'];
  return [verbs.change, onCard ? 'the details' : `the details of ${name}`];
}

function isOther(edit: Edit | undefined, current: string | undefined): edit is Edit {
  return edit !== undefined && wanted(edit) !== current;
}

function tellWay(board: Board, teller: Teller, { cardId, columnId }: OperationOf<'card.move'>): readonly string[] {
  const from = board.card(cardId)?.columnId;
  const target = columnTitle(teller, columnId);
  if (from === columnId) return ['within', target];
  return from === undefined ? ['to', target] : ['from', columnTitle(teller, from), 'to', target];
}

function columnPlace(teller: Teller, place: Place): string {
  const { board } = teller;
  if (place.before && board.column(place.before)) return `before ${columnTitle(teller, place.before)}`;
  if (place.after && board.column(place.after)) return `after ${columnTitle(teller, place.after)}`;
  return 'to the end';
}

function columnName({ board, after, quote }: Teller, id: Id): string {
  const column = board.column(id) ?? after?.column(id);
  return column ? `the column ${quote(column.title)}` : 'a column';
}

function columnTitle({ board, after, quote }: Teller, id: Id): string {
  const column = board.column(id) ?? after?.column(id);
  return column ? quote(column.title) : 'a column';
}
