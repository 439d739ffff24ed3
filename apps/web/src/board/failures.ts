import { leastRole } from '@talkan/board/decide';
import type { Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { atLeast } from '@talkan/board/roles';
import { cardsNamed, type BoardState } from '../sync/board-state';
import type { Failure } from '../sync/outbox';

/** The newest failed change that is about this card. */
export function failureOf(state: BoardState, cardId: Id): Failure | undefined {
  return state.failures.findLast((failure) => shownOn(state, failure) === cardId);
}

/** The card that a failure is shown on: the first one it names that is still there. None: it is said in a toast. */
export function shownOn({ board }: BoardState, { operations }: Failure): Id | undefined {
  return cardsNamed(operations).find((id) => board.card(id));
}

/**
 * Whether another try could end otherwise: not without the cards and columns that it is about, nor for a text that another one replaced, nor
 * for somebody who may only look.
 */
export function isWorthRetrying({ board, role }: BoardState, { operations, refusal }: Failure): boolean {
  if (!operations.every((operation) => atLeast(role, leastRole(operation)))) return false;
  const stands = operations.every((operation) => {
    if (operation.type === 'column.create') return true;
    if ('cardId' in operation && operation.type !== 'card.create' && !board.card(operation.cardId)) return false;
    return !('columnId' in operation) || board.column(operation.columnId) !== undefined;
  });
  return operations.length > 0 && stands && !(refusal.code === 'conflict' && operations.some(isOfText));
}

/** Whether an operation is the edit of a text, which goes back to where it was typed when it is refused. */
export function isOfText(operation: Operation): boolean {
  return operation.type === 'card.edit' || (operation.type === 'item.edit' && operation.text !== undefined);
}

const FAILED: Partial<Record<Operation['type'], string>> = {
  'card.move': 'Not moved',
  'column.move': 'Not moved',
  'checklist.move': 'Not moved',
  'item.move': 'Not moved',
  'card.create': 'Not added',
  'column.create': 'Not added',
  'label.create': 'Not added',
  'checklist.create': 'Not added',
  'item.create': 'Not added',
  'attachment.add': 'Not added',
  'card.archive': 'Not archived',
  'column.archive': 'Not archived',
  'board.archive': 'Not archived',
  'card.restore': 'Not restored',
  'column.restore': 'Not restored',
  'label.restore': 'Not restored',
  'board.restore': 'Not restored',
  'column.rename': 'Not renamed',
  'board.rename': 'Not renamed',
  'card.assign': 'Not assigned',
  'card.link': 'Not linked',
  'label.delete': 'Not deleted',
  'checklist.delete': 'Not deleted',
  'item.delete': 'Not deleted',
  'comment.delete': 'Not deleted',
};

/** What did not happen, as the start of a sentence: `Not moved`. */
export function sayFailed([first]: readonly Operation[]): string {
  return first ? (FAILED[first.type] ?? 'Not saved') : 'Not undone';
}
