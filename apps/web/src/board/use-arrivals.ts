import type { Id } from '@talkan/board/model';
import { useBoardPart } from '../sync/use-board-store';
import type { Arrival } from './ghosts';

const NONE: readonly Arrival[] = [];

/** What would arrive in a column. */
export function useArrivals(columnId: Id): readonly Arrival[] {
  return useBoardPart((state) => state.ghosts?.arrivals.get(columnId) ?? NONE);
}
