import type { Id } from '@talkan/board/model';
import type { BoardUi } from '../board/board-ui';
import { scrollBy, scrollSpeed } from '../board/drag/autoscroll';
import { createFrames, type Moment } from '../board/drag/frames';
import { lanesUnder, type LaneUnder } from './lanes-under';
import styles from './lasso.module.css';
import { sayChosen } from './say-chosen';

const SLOP = 4;
const FIRST_BUTTON = 1;
/** Where a press is meant for what is there. */
const NO_BACKGROUND = '[data-card-id], [data-arriving], header, form, button, input, textarea, select, a, [popover]';

interface Loop {
  readonly pointerId: number;
  readonly startX: number;
  readonly startY: number;
  x: number;
  y: number;
  /** What was chosen before, to go back to. */
  readonly before: ReadonlySet<Id>;
  /** What stays chosen. */
  readonly kept: ReadonlySet<Id>;
}

/** The lasso while it is drawn. */
interface Drawn {
  readonly lanes: readonly LaneUnder[];
  readonly scrolled: number;
  readonly rectangle: HTMLElement;
  readonly area: DOMRect;
}

type Chooser = Pick<BoardUi, 'selection' | 'lanes' | 'shown'>;

/**
 * Chooses cards by drawing a rectangle with the mouse from the empty background: all that it touches, also those that it was scrolled past. With
 * Ctrl, Cmd or Shift they are added to what is chosen. Escape goes back to that; a mere click on the background lets go of all.
 * Returns the way to stop.
 */
export function startLasso(board: HTMLElement, ui: Chooser): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const { selection, lanes, shown } = ui;
  let loop: Loop | null = null;
  let drawn: Drawn | null = null;
  const frames = createFrames(follow);

  function down(event: PointerEvent): void {
    if (loop || event.button !== 0 || event.pointerType !== 'mouse' || !isOnBackground(event)) return;
    // The press only closes what is open.
    if (document.querySelector(':popover-open')) return;
    const { pointerId, clientX: x, clientY: y } = event;
    const before = selection.get();
    const adds = event.ctrlKey || event.metaKey || event.shiftKey || selection.isPicking();
    loop = { pointerId, startX: x, startY: y, x, y, before, kept: adds ? before : new Set() };
  }

  function move(event: PointerEvent): void {
    if (!loop || event.pointerId !== loop.pointerId) return;
    // Another button came to it, or its release was not heard, as where the system has shown a menu.
    if (event.buttons !== FIRST_BUTTON) return end(false);
    loop.x = event.clientX;
    loop.y = event.clientY;
    if (!drawn && Math.hypot(loop.x - loop.startX, loop.y - loop.startY) >= SLOP) draw(loop);
    nextFrame();
  }

  function draw({ pointerId }: Loop): void {
    const rectangle = document.createElement('div');
    rectangle.className = styles['lasso'] ?? '';
    board.parentElement?.append(rectangle);
    drawn = { lanes: lanesUnder(lanes), scrolled: board.scrollLeft, rectangle, area: board.getBoundingClientRect() };
    // A mouse that leaves the window is followed, and its release there is heard.
    board.setPointerCapture(pointerId);
    frames.begin();
  }

  function nextFrame(): void {
    if (drawn) frames.ask();
  }

  function follow({ seconds }: Moment): void {
    if (!loop || !drawn) return;
    const { x, y, startX, startY } = loop;
    const { area, scrolled, rectangle } = drawn;
    const sideways = scrollSpeed(x, area.left, area.right);
    const goesOn = sideways !== 0 && scrollBy(board, 'scrollLeft', sideways * seconds);
    const shift = board.scrollLeft - scrolled;
    const under = drawn.lanes.find(({ left, right }) => x >= left - shift && x <= right - shift);
    const upwards = under ? scrollSpeed(y, under.top, area.bottom) : 0;
    const scrolls =
      under !== undefined && upwards !== 0 && scrollBy(under.lane.scroller, 'scrollTop', upwards * seconds);
    choose(loop, drawn, shift);
    place(rectangle, area, [startX - shift, startY - (under?.scrolledBy() ?? 0), x, y]);
    if (goesOn || scrolls) nextFrame();
  }

  function choose({ kept, startX, startY, x, y }: Loop, { lanes: all }: Drawn, shift: number): void {
    const [left, right] = [Math.min(startX, x + shift), Math.max(startX, x + shift)];
    const touched = all.filter((lane) => lane.right > left && lane.left < right);
    selection.choose([...kept, ...touched.flatMap((lane) => lane.between(startY, y).map(({ id }) => id))]);
  }

  function end(released: boolean): void {
    const ended = loop;
    loop = null;
    frames.stop();
    if (!ended) return;
    if (!drawn) {
      if (released && ended.kept !== ended.before) selection.clear();
      return;
    }
    drawn.rectangle.remove();
    drawn = null;
    if (!released) selection.choose(ended.before);
    else focusFirst();
    sayChosen(ui);
  }

  /** Keys go on from there. */
  function focusFirst(): void {
    const first = selection.inOrder(shown.getState().board)[0];
    if (first === undefined) return;
    const card = board.querySelector<HTMLElement>(`[data-card-id="${CSS.escape(first)}"] [data-card-link]`);
    card?.focus({ preventScroll: true });
  }

  function isOnBackground({ target, clientX, clientY }: PointerEvent): boolean {
    if (!(target instanceof HTMLElement) || target.closest(NO_BACKGROUND)) return false;
    // A press on a bar scrolls.
    const { left, top } = target.getBoundingClientRect();
    return (
      clientX < left + target.clientLeft + target.clientWidth && clientY < top + target.clientTop + target.clientHeight
    );
  }

  function escape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !drawn) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    end(false);
  }

  const of = (handle: () => void) => (event: PointerEvent) => {
    if (event.pointerId === loop?.pointerId) handle();
  };
  const up = of(() => end(true));
  const lose = of(() => end(false));
  board.addEventListener('pointerdown', down, { signal });
  addEventListener('pointermove', move, { signal });
  addEventListener('pointerup', up, { signal });
  addEventListener('pointercancel', lose, { signal });
  addEventListener('blur', () => end(false), { signal });
  addEventListener('keydown', escape, { signal, capture: true });
  board.addEventListener('selectstart', (event) => loop && event.preventDefault(), { signal });
  board.addEventListener('scroll', nextFrame, { signal, capture: true, passive: true });
  const unsubscribe = shown.subscribe(nextFrame);
  return () => {
    end(false);
    unsubscribe();
    stop.abort();
  };
}

/** Within the board: what the rectangle reaches beyond it is not drawn. */
function place(
  rectangle: HTMLElement,
  area: DOMRect,
  [x, y, toX, toY]: readonly [number, number, number, number],
): void {
  const within = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));
  const left = within(Math.min(x, toX), area.left, area.right);
  const top = within(Math.min(y, toY), area.top, area.bottom);
  const width = within(Math.max(x, toX), area.left, area.right) - left;
  const height = within(Math.max(y, toY), area.top, area.bottom) - top;
  Object.assign(rectangle.style, { translate: `${left}px ${top}px`, width: `${width}px`, height: `${height}px` });
}
