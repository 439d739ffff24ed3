import { leastRole } from '@talkan/board/decide';
import type { Operation } from '@talkan/board/operations';
import { atLeast } from '@talkan/board/roles';
import { t } from '@talkan/words/words';
import type { BoardState } from '../sync/board-state';
import type { Failure } from '../sync/outbox';

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
  'card.move': t`Not moved`,
  'column.move': t`Not moved`,
  'checklist.move': t`Not moved`,
  'item.move': t`Not moved`,
  'card.create': t`Not added`,
  'column.create': t`Not added`,
  'label.create': t`Not added`,
  'checklist.create': t`Not added`,
  'item.create': t`Not added`,
  'attachment.add': t`Not added`,
  'card.archive': t`Not archived`,
  'column.archive': t`Not archived`,
  'board.archive': t`Not archived`,
  'card.restore': t`Not restored`,
  'column.restore': t`Not restored`,
  'label.restore': t`Not restored`,
  'board.restore': t`Not restored`,
  'column.rename': t`Not renamed`,
  'board.rename': t`Not renamed`,
  'card.assign': t`Not assigned`,
  'card.link': t`Not linked`,
  'label.delete': t`Not deleted`,
  'checklist.delete': t`Not deleted`,
  'item.delete': t`Not deleted`,
  'comment.delete': t`Not deleted`,
};

/** What did not happen, as the start of a sentence: `Not moved`. */
export function sayFailed([first]: readonly Operation[]): string {
  return first ? (FAILED[first.type] ?? t`Not saved`) : t`Not undone`;
}
