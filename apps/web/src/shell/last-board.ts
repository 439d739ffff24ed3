import type { Id } from '@talkan/board/model';
import { keepSetting, readSetting } from '../ui/storage';

const keyOf = (userId: Id) => `talkan:last-board:${userId}`;

/** The board that this person had open last in this browser. */
export function lastBoard(userId: Id): Id | null {
  return readSetting(keyOf(userId));
}

export function keepLastBoard(userId: Id, boardId: Id): void {
  keepSetting(keyOf(userId), boardId);
}
