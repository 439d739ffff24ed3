import { atLeast } from '@talkan/board/roles';
import { useBoardPart } from '../sync/use-board-store';

/** Whether this person may change the board. */
export function useCanEdit(): boolean {
  return useBoardPart((state) => atLeast(state.role, 'editor'));
}
