import type { Board } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { newCardDraft, newColumnDraft, newItemDraft } from '../board/draft-keys';
import { dropDraft, keepDraft, readDraft } from '../ui/drafts';
import { cardFieldDraft, itemDraft, writeFieldDraft } from '../card/field-draft';

interface Draft {
  readonly key: string;
  readonly text: string;
}

/** What was handed back last, by draft: a later refusal of the same field may replace that, but nothing that was typed since. */
const handed = new Map<string, string>();

/** Puts the texts of a change that was refused back where they were typed, unless something else was typed there since. */
export function handBack(board: Board, operations: readonly Operation[]): void {
  for (const { key, text } of draftsOf(board, operations)) {
    const standing = readDraft(key);
    if (standing !== null && standing !== handed.get(key)) continue;
    handed.set(key, text);
    keepDraft(key, text);
  }
}

/** Takes them away again once their author has chosen, unless something else was typed there since. */
export function takeBack(board: Board, operations: readonly Operation[]): void {
  for (const { key, text } of draftsOf(board, operations)) if (readDraft(key) === text) dropDraft(key);
}

/** Pasted lines become several items of one checklist, which are one text again. */
function draftsOf(board: Board, operations: readonly Operation[]): Draft[] {
  const byKey = Map.groupBy(eachDraft(board, operations), ({ key }) => key);
  return [...byKey].map(([key, drafts]) => ({ key, text: drafts.map(({ text }) => text).join('\n') }));
}

function eachDraft(board: Board, operations: readonly Operation[]): Draft[] {
  return operations.flatMap((operation): Draft[] => {
    if (operation.type === 'card.create') {
      return [{ key: newCardDraft(board.id, operation.columnId), text: operation.title }];
    }
    if (operation.type === 'column.create') return [{ key: newColumnDraft(board.id), text: operation.title }];
    if (operation.type === 'item.create') {
      return [{ key: newItemDraft(board.id, operation.cardId, operation.checklistId), text: operation.text }];
    }
    if (operation.type === 'item.edit' && typeof operation.text === 'object') {
      const { cardId, itemId, text } = operation;
      return [{ key: itemDraft(board.id, cardId, itemId), text: writeFieldDraft({ text: text.to, was: text.was }) }];
    }
    if (operation.type !== 'card.edit') return [];
    return (['title', 'details'] as const).flatMap((field) => {
      const edit = operation[field];
      if (typeof edit !== 'object') return [];
      const key = cardFieldDraft(board.id, operation.cardId, field);
      return [{ key, text: writeFieldDraft({ text: edit.to, was: edit.was }) }];
    });
  });
}
