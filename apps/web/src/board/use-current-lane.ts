import type { Id } from '@talkan/board/model';
import { useCallback, useEffect, useLayoutEffect, useState, type RefObject, type UIEvent } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { keepSetting, readSetting } from '../ui/storage';
import { prefersStillness } from '../ui/stillness';
import { useLanes } from './use-lanes';

export interface CurrentLane {
  readonly current: number;
  readonly onScroll: ((event: UIEvent<HTMLElement>) => void) | undefined;
  readonly goTo: (index: number) => void;
}

const keyOf = (boardId: Id) => `talkan:lane:${boardId}`;

/** Which lane a phone's board is scrolled to; it opens at the one that was looked at last. */
export function useCurrentLane(board: RefObject<HTMLElement | null>, phone: boolean): CurrentLane {
  const boardId = useBoardPart((state) => state.board.id);
  const lanes = useLanes();
  const [current, setCurrent] = useState(() => {
    const last = phone && readSetting(keyOf(boardId));
    return Math.max(
      0,
      lanes.findIndex(({ column }) => column.id === last),
    );
  });
  const scrollTo = useCallback(
    (index: number, behavior: ScrollBehavior) => {
      const [first, lane] = [board.current?.children[0], board.current?.children[index]];
      // From where one begins to read, on whichever side that is.
      if (first instanceof HTMLElement && lane instanceof HTMLElement)
        board.current?.scrollTo({ left: lane.offsetLeft - first.offsetLeft, behavior });
    },
    [board],
  );
  const [opened] = useState(current);
  useLayoutEffect(() => {
    if (phone && opened > 0) scrollTo(opened, 'instant');
  }, [phone, opened, scrollTo]);
  const columnId = lanes[current]?.column.id;
  useEffect(() => {
    if (phone && columnId !== undefined) keepSetting(keyOf(boardId), columnId);
  }, [phone, boardId, columnId]);

  const onScroll = useCallback(({ currentTarget }: UIEvent<HTMLElement>) => {
    const width = currentTarget.firstElementChild?.clientWidth ?? currentTarget.clientWidth;
    setCurrent(Math.round(Math.abs(currentTarget.scrollLeft) / Math.max(1, width)));
  }, []);
  const goTo = useCallback((index: number) => scrollTo(index, prefersStillness() ? 'instant' : 'smooth'), [scrollTo]);
  return { current, onScroll: phone ? onScroll : undefined, goTo };
}
