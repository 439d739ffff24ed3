import { nameCard, shorten } from './decide-context.js';
import { wanted } from './decide-text.js';
import type { Board, Id } from './model.js';
import type { Edit, Operation, OperationOf, Place } from './operations.js';

/** How something is told. */
export interface Telling {
  /** `proposed`: as what is to be done, not as what was. */
  readonly tense?: 'done' | 'proposed';
  /** On the card itself its name is left out. */
  readonly onCard?: boolean;
}

const DONE = {
  add: 'Added',
  archive: 'Archived',
  change: 'Changed',
  leave: 'Left',
  move: 'Moved',
  rename: 'Renamed',
  restore: 'Restored',
} as const;
const PROPOSED: Record<keyof typeof DONE, string> = {
  add: 'Add',
  archive: 'Archive',
  change: 'Change',
  leave: 'Leave',
  move: 'Move',
  rename: 'Rename',
  restore: 'Restore',
};

/**
 * An operation in one sentence: `Moved RM-4 “Refine status language” from “In Progress” to “Review”.`
 * @param board the board as it was before the operation
 */
export function describeOperation(board: Board, operation: Operation, telling: Telling = {}): string {
  const verbs = telling.tense === 'proposed' ? PROPOSED : DONE;
  const teller: Teller = { board, verbs, onCard: telling.onCard ?? false };
  const words = 'cardId' in operation ? tellCard(teller, operation) : tellBoard(teller, operation);
  return `${words.filter(Boolean).join(' ')}.`;
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

interface Teller {
  readonly board: Board;
  readonly verbs: Record<keyof typeof DONE, string>;
  readonly onCard: boolean;
}
type CardOperation = Extract<Operation, { cardId: Id }>;

function tellBoard({ board, verbs }: Teller, operation: Exclude<Operation, CardOperation>): readonly string[] {
  switch (operation.type) {
    case 'board.rename':
      return [verbs.rename, 'the board to', quote(operation.title)];
    case 'column.create':
      return [verbs.add, 'the column', quote(operation.title)];
    case 'column.rename':
      return [verbs.rename, columnName(board, operation.columnId), 'to', quote(operation.title)];
    case 'column.move':
      return [verbs.move, columnName(board, operation.columnId), columnPlace(board, operation)];
    case 'column.archive':
      return [verbs.archive, columnName(board, operation.columnId)];
    case 'column.restore':
      return [verbs.restore, columnName(board, operation.columnId)];
  }
}

function tellCard(teller: Teller, operation: CardOperation): readonly string[] {
  const { board, verbs, onCard } = teller;
  switch (operation.type) {
    case 'card.create':
      return [verbs.add, onCard ? '' : quote(operation.title), 'to', columnTitle(board, operation.columnId)];
    case 'card.edit':
      return tellEdit(teller, operation);
    case 'card.move':
      return [verbs.move, cardName(teller, operation.cardId), ...tellWay(board, operation)];
    case 'card.archive':
      return [verbs.archive, cardName(teller, operation.cardId)];
    case 'card.restore':
      return [verbs.restore, cardName(teller, operation.cardId)];
  }
}

function tellEdit(teller: Teller, { cardId, title, details }: OperationOf<'card.edit'>): readonly string[] {
  const { board, verbs, onCard } = teller;
  const card = board.card(cardId);
  const name = cardName(teller, cardId);
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

function tellWay(board: Board, { cardId, columnId }: OperationOf<'card.move'>): readonly string[] {
  const from = board.card(cardId)?.columnId;
  const target = columnTitle(board, columnId);
  if (from === columnId) return ['within', target];
  return from === undefined ? ['to', target] : ['from', columnTitle(board, from), 'to', target];
}

function columnPlace(board: Board, place: Place): string {
  if (place.before && board.column(place.before)) return `before ${columnTitle(board, place.before)}`;
  if (place.after && board.column(place.after)) return `after ${columnTitle(board, place.after)}`;
  return 'to the end';
}

function cardName({ board, onCard }: Teller, id: Id): string {
  if (onCard) return '';
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
