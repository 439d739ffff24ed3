import type { Board } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { newCardDraft, newColumnDraft } from '../board/draft-keys';
import { keepDraft, readDraft } from '../ui/drafts';
import { cardFieldDraft, writeFieldDraft } from './field-draft';

/** What was handed back last, by draft: a later refusal of the same field may replace that, but nothing that was typed since. */
const handed = new Map<string, string>();

/** Puts the texts of a change that was refused back where they were typed, unless something else was typed there since. */
export function handBack(board: Board, operations: readonly Operation[]): void {
  for (const operation of operations) {
    if (operation.type === 'card.create') give(newCardDraft(board.id, operation.columnId), operation.title);
    if (operation.type === 'column.create') give(newColumnDraft(board.id), operation.title);
    if (operation.type !== 'card.edit') continue;
    for (const field of ['title', 'details'] as const) {
      const edit = operation[field];
      if (typeof edit !== 'object') continue;
      give(cardFieldDraft(board.id, operation.cardId, field), writeFieldDraft({ text: edit.to, was: edit.was }));
    }
  }
}

function give(key: string, text: string): void {
  const standing = readDraft(key);
  if (standing !== null && standing !== handed.get(key)) return;
  handed.set(key, text);
  keepDraft(key, text);
}
