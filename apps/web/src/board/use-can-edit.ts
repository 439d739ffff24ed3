import { atLeast } from '@talkan/board/roles';
import type { BoardState } from '../sync/board-state';
import { useBoardPart } from '../sync/use-board-store';

/** Whether this person may change the board as it is: nobody changes one that is archived. */
export function useCanEdit(): boolean {
  return useBoardPart(canEdit);
}

export function canEdit({ board, role }: Pick<BoardState, 'board' | 'role'>): boolean {
  return atLeast(role, 'editor') && board.archivedAt === null;
}
