import { keepArchived } from './archive-memory.js';
import { draftOf } from './board.js';
import { archiveCard, createCard, editCard, moveCard, restoreCard } from './decide-cards.js';
import { archiveColumn, createColumn, moveColumn, renameColumn, restoreColumn } from './decide-columns.js';
import { loadedKey, type DecideContext } from './decide-context.js';
import { readTitle } from './decide-text.js';
import { LIMITS } from './limits.js';
import type { Board, Id } from './model.js';
import type { Operation } from './operations.js';
import type { Patch } from './patch.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { atLeast } from './roles.js';
import { refuseOutgrown } from './room.js';

/**
 * What an operation does to a board, or why not. Pure; holds, with what it calls, all rules of the domain. Runs in the browser and,
 * again, inside the write transaction.
 */
export function decide(board: Board, operation: Operation, context: DecideContext): readonly Patch[] | Refusal {
  const decision = decideChange(board, [operation], context);
  return isRefusal(decision) ? decision : decision.patches;
}

/** All rules but that of a board's limits, which holds for a whole change. */
function decideAlone(board: Board, operation: Operation, context: DecideContext): readonly Patch[] | Refusal {
  if (!atLeast(context.role, 'editor')) {
    return refuse('forbidden', 'You may look at this board but not change it. Ask an owner to make you an editor.');
  }
  switch (operation.type) {
    case 'board.rename':
      return renameBoard(board, operation.title);
    case 'column.create':
      return createColumn(board, operation, context);
    case 'column.rename':
      return renameColumn(board, operation, context);
    case 'column.move':
      return moveColumn(board, operation, context);
    case 'column.archive':
      return archiveColumn(board, operation, context);
    case 'column.restore':
      return restoreColumn(board, operation, context);
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
  }
  // A browser may hold operations that a newer version of the app queued.
  return refuse('invalid', 'This version does not know how to make this change. Reload the page and try again.');
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
    current = draft.apply(decided);
    for (const patch of decided) patches.push(patch);
    // What one operation archives a later one of the same change can name.
    keepArchived(loaded, decided);
  }
  return refuseOutgrown(board, current) ?? { board: current, patches };
}

/** A row that a change names. */
export interface NamedRow {
  readonly entity: 'card' | 'column';
  readonly id: Id;
}

/** The rows that these operations name, each once: those that are not on the board are to be loaded where they are archived. */
export function rowsNamed(operations: readonly Operation[]): NamedRow[] {
  const rows = new Map<string, NamedRow>();
  const add = (row: NamedRow) => rows.set(loadedKey(row.entity, row.id), row);
  for (const operation of operations) {
    if ('columnId' in operation) add({ entity: 'column', id: operation.columnId });
    if ('cardId' in operation) add({ entity: 'card', id: operation.cardId });
  }
  return [...rows.values()];
}

function renameBoard(board: Board, text: string): readonly Patch[] | Refusal {
  const title = readTitle(text, { what: 'board', most: LIMITS.title });
  if (isRefusal(title)) return title;
  if (title === board.title) return [];
  return [{ entity: 'board', id: board.id, before: { title: board.title }, after: { title } }];
}
