import { useMemo } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { lanesWith, type ColumnArrival, type LaneShown } from './ghosts';

const NONE: readonly ColumnArrival[] = [];

/** The board's columns, and those that would be, from left to right. */
export function useLanes(): readonly LaneShown[] {
  const columns = useBoardPart((state) => state.board.columns());
  const arrivals = useBoardPart((state) => state.ghosts?.newColumns ?? NONE);
  return useMemo(() => lanesWith(columns, arrivals), [columns, arrivals]);
}
