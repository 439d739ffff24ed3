import type { Id } from '@talkan/board/model';
import type { BoardStore } from '../../sync/board-state';
import { createPager, createScrollSpeed, createSteady, scrollBy } from './autoscroll';
import type { Drag, DragModel } from './drag';
import { createFrames, type Moment } from './frames';
import { liftGhost, type Ghost } from './ghost';
import { measureLanes, type LaneMap, type LaneRegistry } from './lanes';
import { listenForPresses, type Grip, type Press } from './press';
import { afterFrame } from '../../ui/after-frame';
import { prefersStillness } from '../../ui/stillness';
import { canEdit } from '../use-can-edit';

export interface PointerDragOptions {
  readonly board: HTMLElement;
  readonly lanes: LaneRegistry;
  readonly model: DragModel;
  readonly store: BoardStore;
}

interface Hand {
  readonly press: Press;
  readonly ghost: Ghost;
  /** From the pointer to the card's upper left corner. */
  readonly gripX: number;
  readonly gripY: number;
  readonly speedX: ReturnType<typeof createScrollSpeed>;
  readonly speedY: ReturnType<typeof createScrollSpeed>;
  /** The bar of a phone's tabs slides to the lane that is turned to. */
  readonly tabMeant: ReturnType<typeof createSteady<HTMLElement>>;
  /** `null`: what it measured may have changed. */
  map: LaneMap | null;
  columnId: Id | null;
  /** What it shows of the drag; the card on top. */
  shown: Drag | null;
  cardId: Id;
  readonly hadFocus: boolean;
}

/** A column that is collapsed opens when a card has been held over it this long, in ms. */
const UNFOLDS_AFTER = 600;
/** What starts no drag: whatever does something of its own when it is pressed. The card's link is the card itself. */
const OWN_ACTION = 'button, input, textarea, select, [popover], a:not([data-card-link])';

/** Drags cards by mouse, pen and finger. Returns the way to stop. */
export function startPointerDrag({ board, lanes, model, store }: PointerDragOptions): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const pager = createPager<HTMLElement | -1 | 1>((page) => turnPage(board, page));
  const frames = createFrames(draw);
  const opener = createPager<() => void>((unfold) => unfold(), UNFOLDS_AFTER);
  let hand: Hand | null = null;

  function draw({ seconds, now }: Moment): void {
    if (!hand) return;
    const { press, ghost, gripX, gripY, speedY } = hand;
    const map = mapFor(hand, board, lanes);
    const target = map.at(press);
    // Reads first, writes last: a scroll position that is asked for after a write costs a layout of its own.
    if (target && scrollSideways(hand, map, { seconds, now })) frames.ask();
    const lane = target && map.at(press);
    if (lane) {
      const { scroller, indexAt } = lane.lane;
      const speed = speedY(press.y, lane.top, lane.bottom);
      if (speed !== 0 && scrollBy(scroller, 'scrollTop', speed * seconds)) frames.ask();
      model.hover({ columnId: lane.columnId, index: indexAt(press.y - gripY - lane.top + scroller.scrollTop) });
    } else model.hover(null);
    const unfold = lane?.lane.unfold ?? null;
    opener.hold(unfold, now);
    if (unfold) frames.ask();
    show(hand);
    ghost.moveTo(press.x - gripX, press.y - gripY);
  }

  /** Others may have taken cards out of the hand. */
  function show(held: Hand): void {
    const drag = model.get();
    if (!drag || drag.ids === held.shown?.ids) return;
    held.ghost.show(drag.ids.length, drag.cardId === held.cardId ? null : findCard(board, drag.cardId));
    held.shown = drag;
    held.cardId = drag.cardId;
  }

  function scrollSideways({ press, speedX, tabMeant }: Hand, map: LaneMap, { seconds, now }: Moment): boolean {
    const speed = speedX(press.x, map.board.left, map.board.right);
    if (!map.paged) return speed !== 0 && scrollBy(board, 'scrollLeft', speed * seconds);
    const beside = speed === 0 ? null : speed < 0 ? -1 : 1;
    const page = tabMeant(tabUnder(map, press), press.x) ?? beside;
    pager.hold(page, now);
    return page !== null;
  }

  function find(target: Element): Grip | null {
    const node = target.closest<HTMLElement>('[data-card-id]');
    const id = node?.dataset['cardId'];
    if (!node || id === undefined || target.closest(OWN_ACTION)) return null;
    return !model.get() && canEdit(store.getState()) ? { node, id } : null;
  }

  function start(press: Press): boolean {
    const { left, top, height } = press.node.getBoundingClientRect();
    const hadFocus = press.node.contains(document.activeElement);
    const map = measureLanes(board, lanes);
    // Lifted first: with the drag the card itself fades out.
    const ghost = liftGhost(press.node);
    if (!model.pickUp({ id: press.id, height }, 'pointer')) {
      ghost.settleOn(null);
      return false;
    }
    const { startX, startY, id: cardId } = press;
    const grip = { gripX: startX - left, gripY: startY - top, hadFocus, tabMeant: createSteady<HTMLElement>() };
    const speeds = { speedX: createScrollSpeed(startX), speedY: createScrollSpeed(startY) };
    hand = { press, ghost, map, cardId, columnId: null, shown: null, ...grip, ...speeds };
    show(hand);
    document.documentElement.dataset['dragging'] = 'pointer';
    frames.begin();
    frames.ask();
    return true;
  }

  function end(_press: Press, released: boolean): void {
    const held = hand;
    hand = null;
    if (!held) return;
    // Where it is shown is where it goes: the last move may not have been drawn. Measured before anything changes, or it costs a layout of its own.
    const isOver = mapFor(held, board, lanes).at(held.press);
    if (released && isOver) model.drop();
    else model.putBack();
    delete document.documentElement.dataset['dragging'];
    // The board has drawn the card in its place by the next frame.
    requestAnimationFrame(() => settle(held));
  }

  function settle({ ghost, cardId, hadFocus }: Hand): void {
    const card = findCard(board, cardId);
    const columnId = store.getState().board.card(cardId)?.columnId;
    const lane = columnId === undefined ? undefined : lanes.get(columnId);
    if (lane?.unfold) return ghost.settleOn(lane.scroller, 'vanishes');
    ghost.settleOn(card);
    // It was mounted anew in its new lane. Not now: it takes as long as the rest of this frame.
    afterFrame(() => {
      if (!hadFocus || document.activeElement !== document.body) return;
      card?.querySelector<HTMLElement>('[data-card-link]')?.focus({ preventScroll: true });
    });
  }

  /** Others may have taken all of it; and a lane that nothing was in is built otherwise now. */
  function follow(): void {
    if (!hand) return;
    const columnId = model.get()?.spot.columnId;
    if (columnId === undefined) return presses.cancel();
    if (columnId !== hand.columnId) hand.map = null;
    hand.columnId = columnId;
  }

  function measureAnew(): void {
    if (!hand) return;
    hand.map = null;
    frames.ask();
  }

  const presses = listenForPresses(board, { find, start, move: frames.ask, end });
  addEventListener('resize', measureAnew, { signal });
  // Turning a page, or a wheel, moves what is under a pointer that rests.
  board.addEventListener('scroll', () => hand && frames.ask(), { signal, passive: true, capture: true });
  const releases = [store.subscribe(measureAnew), model.subscribe(follow)];

  return () => {
    presses.stop();
    for (const release of releases) release();
    frames.stop();
    stop.abort();
  };
}

/** Measured anew where the lane that was there is not the one that is: it has been opened, or closed. */
function mapFor(held: Hand, board: HTMLElement, lanes: LaneRegistry): LaneMap {
  const target = held.map?.at(held.press);
  if (target && lanes.get(target.columnId) !== target.lane) held.map = null;
  held.map ??= measureLanes(board, lanes);
  return held.map;
}

/** The card as the board draws it; its copy in the hand has no id. */
function findCard(board: HTMLElement, cardId: Id): HTMLElement | null {
  return board.querySelector<HTMLElement>(`[data-card-id="${CSS.escape(cardId)}"]`);
}

/** The tab of a lane that the card is held over: above the board, where a phone has them. */
function tabUnder({ board }: LaneMap, { x, y }: Press): HTMLElement | null {
  if (y >= board.top) return null;
  return document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-tab]') ?? null;
}

/** Shows the lane of a tab, or the one beside what the board shows now. */
function turnPage(board: HTMLElement, page: HTMLElement | -1 | 1): void {
  const frame = board.getBoundingClientRect();
  const isLeftwards = getComputedStyle(board).direction === 'rtl';
  // How far a lane is from where one begins to be read.
  const wayTo = (lane: Element) => {
    const { left, right } = lane.getBoundingClientRect();
    return isLeftwards ? right - frame.right : left - frame.left;
  };
  const lanes = [...board.querySelectorAll<HTMLElement>('[data-lane]')];
  const ways =
    typeof page === 'object'
      ? lanes.filter((lane) => lane.dataset['lane'] === page.dataset['column']).map(wayTo)
      : lanes.map(wayTo).filter((way) => way * page > 8);
  const [left] = ways.toSorted((one, other) => Math.abs(one) - Math.abs(other));
  if (left !== undefined) board.scrollBy({ left, behavior: prefersStillness() ? 'instant' : 'smooth' });
}
