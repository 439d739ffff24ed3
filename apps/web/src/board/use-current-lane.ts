import { useCallback, useState, type RefObject, type UIEvent } from 'react';
import { prefersStillness } from '../ui/stillness';

export interface CurrentLane {
  readonly current: number;
  readonly onScroll: (event: UIEvent<HTMLElement>) => void;
  readonly goTo: (index: number) => void;
}

/** Which lane a phone's board is scrolled to. */
export function useCurrentLane(board: RefObject<HTMLElement | null>): CurrentLane {
  const [current, setCurrent] = useState(0);
  const onScroll = useCallback(({ currentTarget }: UIEvent<HTMLElement>) => {
    const width = currentTarget.firstElementChild?.clientWidth ?? currentTarget.clientWidth;
    setCurrent(Math.round(currentTarget.scrollLeft / Math.max(1, width)));
  }, []);
  const goTo = useCallback(
    (index: number) => {
      const lane = board.current?.children[index];
      if (lane instanceof HTMLElement) {
        board.current?.scrollTo({ left: lane.offsetLeft, behavior: prefersStillness() ? 'instant' : 'smooth' });
      }
    },
    [board],
  );
  return { current, onScroll, goTo };
}
