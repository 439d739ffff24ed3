import { t } from '@talkan/words/words';
import { keepArchived } from './archive-memory.js';
import { draftOf } from './board.js';
import { archiveBoard, editBoard, renameBoard, restoreBoardItself } from './decide-board.js';
import { archiveCard, createCard, editCard, moveCard, restoreCard } from './decide-cards.js';
import { changeChecklists } from './decide-checklists.js';
import { archiveColumn, createColumn, editColumn, moveColumn, renameColumn, restoreColumn } from './decide-columns.js';
import { loadedKey, type DecideContext, type LoadedEntity } from './decide-context.js';
import {
  assignCard,
  estimateCard,
  labelCard,
  linkCards,
  prioritizeCard,
  scheduleCard,
  unlinkCards,
} from './decide-fields.js';
import { createLabel, deleteLabel, editLabel, mergeLabel, refuseNamesakes, restoreLabel } from './decide-labels.js';
import { addAttachment, createComment, deleteComment, editComment, removeAttachment } from './decide-remarks.js';
import type { Board, Id } from './model.js';
import type { LoggedOperation, Operation } from './operations.js';
import type { Patch } from './patch.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { refuseRole, type Role } from './roles.js';
import { refuseOutgrown, refuseOverfull } from './room.js';
import { stampCards } from './stamp.js';

/**
 * What an operation does to a board, or why not. Pure; holds, with what it calls, all rules of the domain. Runs in the browser and,
 * again, inside the write transaction.
 */
export function decide(board: Board, operation: Operation, context: DecideContext): readonly Patch[] | Refusal {
  const decision = decideChange(board, [operation], context);
  return isRefusal(decision) ? decision : decision.patches;
}

/** All rules but those of limits, which hold for a whole change. */
function decideAlone(board: Board, operation: Operation, context: DecideContext): readonly Patch[] | Refusal {
  const forbidden = refuseRole(context.role, leastRole(operation)) ?? refusePutAway(board, operation);
  if (forbidden) return forbidden;
  switch (operation.type) {
    case 'board.rename':
      return renameBoard(board, operation);
    case 'board.edit':
      return editBoard(board, operation);
    case 'board.archive':
      return archiveBoard(board, context);
    case 'board.restore':
      return restoreBoardItself(board);
    case 'column.create':
      return createColumn(board, operation, context);
    case 'column.rename':
      return renameColumn(board, operation, context);
    case 'column.edit':
      return editColumn(board, operation, context);
    case 'column.move':
      return moveColumn(board, operation, context);
    case 'column.archive':
      return archiveColumn(board, operation, context);
    case 'column.restore':
      return restoreColumn(board, operation, context);
    case 'label.create':
      return createLabel(board, operation);
    case 'label.edit':
      return editLabel(board, operation);
    case 'label.merge':
      return mergeLabel(board, operation, context);
    case 'label.delete':
      return deleteLabel(board, operation, context);
    case 'label.restore':
      return restoreLabel(board, operation);
    case 'card.create':
      return createCard(board, operation, context);
    case 'card.edit':
      return editCard(board, operation, context);
    case 'card.move':
      return moveCard(board, operation, context);
    case 'card.archive':
      return archiveCard(board, operation, context);
    case 'card.restore':
      return restoreCard(board, operation, context);
    case 'card.label':
      return labelCard(board, operation, context);
    case 'card.assign':
      return assignCard(board, operation, context);
    case 'card.schedule':
      return scheduleCard(board, operation, context);
    case 'card.prioritize':
      return prioritizeCard(board, operation, context);
    case 'card.estimate':
      return estimateCard(board, operation, context);
    case 'card.link':
      return linkCards(board, operation, context);
    case 'card.unlink':
      return unlinkCards(board, operation, context);
    case 'checklist.create':
    case 'checklist.rename':
    case 'checklist.move':
    case 'checklist.delete':
    case 'item.create':
    case 'item.edit':
    case 'item.move':
    case 'item.delete':
      return changeChecklists(board, operation, context);
    case 'comment.create':
      return createComment(board, operation, context);
    case 'comment.edit':
      return editComment(board, operation, context);
    case 'comment.delete':
      return deleteComment(board, operation, context);
    case 'attachment.add':
      return addAttachment(board, operation, context);
    case 'attachment.remove':
      return removeAttachment(board, operation, context);
  }
  // A browser may hold operations that a newer version of the app queued.
  return refuse('invalid', t`This version does not know how to make this change. Reload the page and try again.`);
}

/** What takes another role than an editor's. */
const LEAST: Partial<Record<Operation['type'], Role>> = {
  'comment.create': 'commenter',
  'comment.edit': 'commenter',
  'comment.delete': 'commenter',
  'board.archive': 'owner',
  'board.restore': 'owner',
};

/** What somebody must be at least to ask for an operation. */
export function leastRole(operation: Operation): Role {
  if (operation.type === 'board.edit' && operation.key !== undefined) return 'owner';
  return LEAST[operation.type] ?? 'editor';
}

/** Nothing is done on a board that was put away. */
function refusePutAway(board: Board, operation: Operation): Refusal | undefined {
  if (board.archivedAt === null || operation.type === 'board.restore' || operation.type === 'board.archive') {
    return undefined;
  }
  return refuse('conflict', t`This board is archived. Restore it first, or ask an owner to.`, [board.id]);
}

/** What a change comes to. */
export interface Decision {
  /** The board after it, `seq` as before. */
  readonly board: Board;
  readonly patches: readonly Patch[];
}

/** Decides the operations of a change one after the other: all of them, or the first refusal. */
export function decideChange(
  board: Board,
  operations: readonly Operation[],
  context: DecideContext,
): Decision | Refusal {
  const loaded = new Map(context.loaded);
  const inChange: DecideContext = { ...context, loaded };
  const patches: Patch[] = [];
  const draft = draftOf(board);
  let current = board;
  for (const operation of operations) {
    const decided = decideAlone(current, operation, inChange);
    if (isRefusal(decided)) return decided;
    if (decided.length === 0) continue;
    const stamped = stampCards(current, decided, { now: context.now, named: cardNamed(operation) });
    current = draft.apply(stamped);
    for (const patch of stamped) patches.push(patch);
    // What one operation archives a later one of the same change can name.
    keepArchived(loaded, stamped);
  }
  const refusal = refuseOutgrown(board, current) ?? refuseOverfull(board, current) ?? refuseNamesakes(board, current);
  return refusal ?? { board: current, patches };
}

function cardNamed(operation: Operation): Id | undefined {
  return 'cardId' in operation ? operation.cardId : undefined;
}

/** A row that a change names. */
export interface NamedRow {
  readonly entity: LoadedEntity;
  readonly id: Id;
}

/** The rows that these operations name, each once: those that are not on the board are to be loaded. */
export function rowsNamed(operations: readonly LoggedOperation[]): NamedRow[] {
  const rows = new Map<string, NamedRow>();
  const add = (row: NamedRow) => rows.set(loadedKey(row.entity, row.id), row);
  for (const operation of operations) {
    if ('columnId' in operation) add({ entity: 'column', id: operation.columnId });
    if ('cardId' in operation) add({ entity: 'card', id: operation.cardId });
    if ('otherId' in operation) add({ entity: 'card', id: operation.otherId });
    if ('commentId' in operation) add({ entity: 'comment', id: operation.commentId });
    if (operation.type === 'attachment.add') add({ entity: 'file', id: operation.attachmentId });
  }
  return [...rows.values()];
}

/** Whether these operations name people, whose membership is to be known then. */
export function namesPeople(operations: readonly Operation[]): boolean {
  return operations.some(({ type }) => type === 'card.assign' || type === 'item.edit');
}
