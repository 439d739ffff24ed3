import type { BoardStore } from '../../sync/board-state';
import { createPager, scrollBy, scrollSpeed } from './autoscroll';
import type { DragModel } from './drag';
import { liftGhost, prefersStillness, type Ghost } from './ghost';
import { measureLanes, type LaneMap, type LaneRegistry } from './lanes';
import { listenForPresses, type Press } from './press';
import { canEdit } from '../use-can-edit';

export interface PointerDragOptions {
  readonly board: HTMLElement;
  readonly lanes: LaneRegistry;
  readonly model: DragModel;
  readonly store: BoardStore;
  readonly ghostClass: string;
}

interface Hand {
  readonly press: Press;
  readonly ghost: Ghost;
  /** From the pointer to the card's upper left corner. */
  readonly gripX: number;
  readonly gripY: number;
  map: LaneMap;
}

/** A frame that took longer, as after a pause of the tab, scrolls no further than this. */
const LONGEST_FRAME = 50;

/** Drags cards by mouse, pen and finger. Returns the way to stop. */
export function startPointerDrag({ board, lanes, model, store, ghostClass }: PointerDragOptions): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const pager = createPager((direction) => turnPage(board, direction));
  let hand: Hand | null = null;
  let frame = 0;
  let lastFrame = 0;

  function nextFrame(): void {
    if (!frame) frame = requestAnimationFrame(draw);
  }

  function draw(now: number): void {
    frame = 0;
    if (!hand || !model.get()) return;
    const seconds = Math.min(LONGEST_FRAME, now - lastFrame) / 1000;
    lastFrame = now;
    const { press, ghost, gripX, gripY, map } = hand;
    // Reads first, writes last: a scroll position that is asked for after a write costs a layout of its own.
    const sideways = scrollSideways(hand, { seconds, now });
    const target = map.at(press.x);
    if (target) {
      const { scroller, indexAt } = target.lane;
      const speed = scrollSpeed(press.y, target.top, map.board.bottom);
      if (speed !== 0 && scrollBy(scroller, 'scrollTop', speed * seconds)) nextFrame();
      const index = indexAt(press.y - gripY - target.top + scroller.scrollTop);
      model.hover({ columnId: target.columnId, index });
    }
    ghost.moveTo(press.x - gripX, press.y - gripY);
    if (sideways) nextFrame();
  }

  function scrollSideways({ press, map }: Hand, { seconds, now }: { seconds: number; now: number }): boolean {
    const speed = scrollSpeed(press.x, map.board.left, map.board.right);
    if (!map.paged) return speed !== 0 && scrollBy(board, 'scrollLeft', speed * seconds);
    const direction = speed === 0 ? 0 : speed < 0 ? -1 : 1;
    pager.hold(direction, now);
    return direction !== 0;
  }

  const stopListening = listenForPresses(board, {
    accepts: () => !model.get() && canEdit(store.getState()),
    start(press) {
      const { left, top, height } = press.card.getBoundingClientRect();
      const map = measureLanes(board, lanes);
      // Lifted first: with the drag the card itself fades out.
      const ghost = liftGhost(press.card, ghostClass);
      if (!model.pickUp({ id: press.cardId, height }, 'pointer')) {
        ghost.settleOn(null);
        return false;
      }
      hand = { press, ghost, gripX: press.startX - left, gripY: press.startY - top, map };
      document.documentElement.dataset['dragging'] = 'pointer';
      lastFrame = performance.now();
      nextFrame();
      return true;
    },
    move: nextFrame,
    end(_press, released) {
      const held = hand;
      hand = null;
      delete document.documentElement.dataset['dragging'];
      const cardId = held?.press.cardId;
      if (released) model.drop();
      else model.putBack();
      // The board has drawn the card in its place by the next frame.
      requestAnimationFrame(() => held?.ghost.settleOn(cardId === undefined ? null : findCard(board, cardId)));
    },
  });

  const measure = () => {
    if (hand) hand.map = measureLanes(board, lanes);
  };
  addEventListener('resize', measure, { signal });
  // Turning a page moves the lanes under a pointer that rests.
  board.addEventListener('scroll', () => hand && nextFrame(), { signal, passive: true });
  const unsubscribe = store.subscribe(() => hand && nextFrame());

  return () => {
    stopListening();
    unsubscribe();
    cancelAnimationFrame(frame);
    stop.abort();
  };
}

/** The card as the board draws it; its copy in the hand has no id. */
function findCard(board: HTMLElement, cardId: string): HTMLElement | null {
  return board.querySelector<HTMLElement>(`[data-card-id="${CSS.escape(cardId)}"]`);
}

function turnPage(board: HTMLElement, direction: -1 | 1): void {
  const lanes = [...board.querySelectorAll<HTMLElement>('[data-lane]')];
  const lefts = lanes.map((lane) => lane.offsetLeft);
  const at = board.scrollLeft;
  const left = direction > 0 ? lefts.find((left) => left > at + 8) : lefts.findLast((left) => left < at - 8);
  if (left !== undefined) board.scrollTo({ left, behavior: prefersStillness() ? 'instant' : 'smooth' });
}
