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
  if (!atLeast(role, 'editor')) return false;
  const stands = operations.every((operation) => {
    if (operation.type === 'board.rename' || operation.type === 'column.create') return true;
    if ('cardId' in operation && operation.type !== 'card.create' && !board.card(operation.cardId)) return false;
    return !('columnId' in operation) || board.column(operation.columnId) !== undefined;
  });
  const isText = operations.some(({ type }) => type === 'card.edit');
  return operations.length > 0 && stands && !(isText && refusal.code === 'conflict');
}

/** What did not happen, as the start of a sentence: `Not moved`. */
export function sayFailed([first]: readonly Operation[]): string {
  switch (first?.type) {
    case 'card.move':
    case 'column.move':
      return 'Not moved';
    case 'card.create':
    case 'column.create':
      return 'Not added';
    case 'card.archive':
    case 'column.archive':
      return 'Not archived';
    case 'card.restore':
    case 'column.restore':
      return 'Not restored';
    case 'column.rename':
    case 'board.rename':
      return 'Not renamed';
    case 'card.edit':
      return 'Not saved';
    case undefined:
      return 'Not undone';
  }
}
