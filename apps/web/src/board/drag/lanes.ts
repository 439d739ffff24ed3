import type { Card, Id } from '@talkan/board/model';

/** What a lane lets the board do with its list of cards. */
export interface LaneHandle {
  /** What scrolls; all of a column that is collapsed. */
  readonly scroller: HTMLElement;
  /** It is collapsed: what goes there goes to its end. Opens it. */
  readonly unfold?: () => void;
  /** The place that a card has whose upper edge is this far down in the list's content, in px. */
  readonly indexAt: (offset: number) => number;
  /** The cards that reach between two heights of the list's content, in px, whether they are drawn or not. */
  readonly between: (top: number, bottom: number) => readonly Card[];
  /** Scrolls just so far that the place is in view. */
  readonly reveal: (index: number) => void;
  /** Scrolls back to where it was before the lane was put elsewhere. */
  readonly keepScroll: () => void;
  /** Draws the card, wherever it is in the list, and gives it the focus; where it is collapsed, that gets it. */
  readonly focusCard: (cardId: Id) => void;
}

/** The lanes that are on the page, by column. */
export interface LaneRegistry {
  get(columnId: Id): LaneHandle | undefined;
  all(): readonly (readonly [Id, LaneHandle])[];
  register(columnId: Id, lane: LaneHandle): () => void;
}

export function createLaneRegistry(): LaneRegistry {
  const lanes = new Map<Id, LaneHandle>();
  return {
    get: (columnId) => lanes.get(columnId),
    all: () => [...lanes],
    register(columnId, lane) {
      lanes.set(columnId, lane);
      return () => {
        if (lanes.get(columnId) === lane) lanes.delete(columnId);
      };
    },
  };
}

interface Measured {
  readonly columnId: Id;
  readonly lane: LaneHandle;
  readonly left: number;
  readonly right: number;
  /** Of what scrolls: what stands below that is no part of it. */
  readonly top: number;
  readonly bottom: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the lanes were on the page when this was made, and the board with them. */
export interface LaneMap {
  readonly board: DOMRect;
  /** Whether one lane fills the board, as on a phone: it is then turned like a page. */
  readonly paged: boolean;
  /** The lane at this place, or the nearest one; none so far from the board that it is not meant. */
  at(point: Point): Measured | undefined;
}

/** Somebody who scrolls at an edge may go past it this far, in px. */
const NEAR_ENOUGH = 80;
const PAGE_SHARE = 0.6;

/** Measures once: until the lanes change only the board's scrolling is followed, which costs no layout. */
export function measureLanes(board: HTMLElement, registry: LaneRegistry): LaneMap {
  const scrolled = board.scrollLeft;
  const rect = board.getBoundingClientRect();
  const lanes = registry.all().map(([columnId, lane]): Measured => {
    const { left, right, top, bottom } = lane.scroller.getBoundingClientRect();
    return { columnId, lane, left, right, top, bottom };
  });
  const widest = Math.max(0, ...lanes.map((lane) => lane.right - lane.left));
  return {
    board: rect,
    paged: widest > rect.width * PAGE_SHARE,
    at(point) {
      if (!isNear(rect, point)) return undefined;
      const within = point.x + board.scrollLeft - scrolled;
      let nearest: Measured | undefined;
      let least = Number.POSITIVE_INFINITY;
      for (const lane of lanes) {
        const distance = Math.max(lane.left - within, within - lane.right, 0);
        if (distance < least) [nearest, least] = [lane, distance];
      }
      return nearest;
    },
  };
}

function isNear({ left, right, top, bottom }: DOMRect, { x, y }: Point): boolean {
  const away = Math.max(left - x, x - right, top - y, y - bottom);
  return away <= NEAR_ENOUGH && x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight;
}
