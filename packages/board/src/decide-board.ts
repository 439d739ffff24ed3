import { t } from '@talkan/words/words';
import { editText, readDescription, readTitle } from './decide-text.js';
import type { DecideContext } from './decide-context.js';
import { LIMITS } from './limits.js';
import type { Board, BoardHead } from './model.js';
import type { OperationOf } from './operations.js';
import { patchFields, type Patch } from './patch.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';

type Decided = readonly Patch[] | Refusal;

export function renameBoard(board: Board, operation: OperationOf<'board.rename'>): Decided {
  const title = readTitle(operation.title, { what: 'board', most: LIMITS.title });
  return isRefusal(title) ? title : patchHead(board, { title });
}

export function editBoard(board: Board, operation: OperationOf<'board.edit'>): Decided {
  const { key = board.key, hue = board.hue, limits = board.limits } = operation;
  if (!/^[A-Z]{2,5}$/.test(key)) {
    return refuse('invalid', t`A board’s key is two to five capital letters, A to Z. Type another one.`);
  }
  const edit = operation.description ?? board.description;
  const text = {
    edit,
    current: board.description,
    stale: t`The description of the board changed while you were editing. Keep one of the two texts.`,
    field: 'description',
  };
  const description = editText({ ...text, ids: [board.id] }, readDescription);
  return isRefusal(description) ? description : patchHead(board, { key, description, hue, limits });
}

export function archiveBoard(board: Board, { now }: DecideContext): Decided {
  return board.archivedAt === null ? patchHead(board, { archivedAt: now }) : [];
}

export function restoreBoardItself(board: Board): Decided {
  return patchHead(board, { archivedAt: null });
}

export function patchHead(board: Board, fields: Partial<Omit<BoardHead, 'id' | 'seq'>>): Patch[] {
  const patch = patchFields<BoardHead>(board, fields);
  return patch ? [{ entity: 'board', id: board.id, ...patch }] : [];
}
