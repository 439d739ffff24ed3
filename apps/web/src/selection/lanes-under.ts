import type { Card } from '@talkan/board/model';
import type { LaneHandle, LaneRegistry } from '../board/drag/lanes';

/** A lane as it was on the page when a lasso began: its cards reach from `left` to `right`. */
export interface LaneUnder {
  readonly lane: LaneHandle;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** How far it has been scrolled since, in px. */
  readonly scrolledBy: () => number;
  /** The cards between where the lasso began, which has gone along with them, and where it is now: both on the page. */
  readonly between: (startY: number, y: number) => readonly Card[];
}

/** Measures once: afterwards only the scrolling is followed, which costs no layout. */
export function lanesUnder(registry: LaneRegistry): readonly LaneUnder[] {
  return registry.all().map(([, lane]) => {
    const { scroller } = lane;
    const { top } = scroller.getBoundingClientRect();
    const { left, right } = (scroller.firstElementChild ?? scroller).getBoundingClientRect();
    const before = scroller.scrollTop;
    return {
      lane,
      left,
      right,
      top,
      scrolledBy: () => scroller.scrollTop - before,
      between(startY, y) {
        const start = startY - top + before;
        const now = y - top + scroller.scrollTop;
        return lane.between(Math.min(start, now), Math.max(start, now));
      },
    };
  });
}
