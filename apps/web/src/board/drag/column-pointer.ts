import type { BoardStore } from '../../sync/board-state';
import { canEdit } from '../use-can-edit';
import { createScrollSpeed, scrollBy } from './autoscroll';
import type { ColumnDragModel } from './column-drag';
import { measureColumns, type ColumnMap } from './column-map';
import type { DropMark } from './drop-mark';
import { createFrames, type Moment } from './frames';
import { CUT_AT, liftGhost, type Ghost } from './ghost';
import { listenForPresses, type Grip, type Press } from './press';

export interface ColumnsOptions {
  /** In which columns are drawn: as lanes, and on a phone as tabs, too. */
  readonly page: HTMLElement;
  readonly model: ColumnDragModel;
  readonly store: BoardStore;
  readonly mark: DropMark;
}

interface Hand {
  readonly press: Press;
  readonly ghost: Ghost;
  readonly gripX: number;
  readonly gripY: number;
  /** What scrolls, with the columns side by side. */
  readonly strip: HTMLElement;
  readonly speedX: ReturnType<typeof createScrollSpeed>;
  map: ColumnMap;
}

/** What does something of its own when it is pressed, and is not what a column is taken by. */
const OWN_ACTION = 'button:not([data-column-handle]), input, textarea, [popover]';

/** Drags columns by their headers, or by their tabs, with mouse, pen and finger. Returns the way to stop. */
export function startColumnPointer({ page, model, store, mark }: ColumnsOptions): () => void {
  const frames = createFrames(draw);
  let hand: Hand | null = null;

  function draw({ seconds }: Moment): void {
    const drag = model.get();
    if (!hand || !drag) return;
    const { press, ghost, gripX, gripY, strip, speedX, map } = hand;
    const index = map.indexAt(press);
    const speed = index === null ? 0 : speedX(press.x, map.strip.left, map.strip.right);
    if (speed !== 0 && scrollBy(strip, 'scrollLeft', speed * seconds)) frames.ask();
    model.hover(index);
    mark.show(map, model.get()?.index ?? drag.index);
    ghost.moveTo(press.x - gripX, press.y - gripY);
  }

  function find(target: Element): Grip | null {
    const grip = target.closest<HTMLElement>('[data-column-grip]');
    const node = grip?.closest<HTMLElement>('[data-column]');
    const id = node?.dataset['column'];
    if (!node || id === undefined || target.closest(OWN_ACTION)) return null;
    return !model.get() && canEdit(store.getState()) ? { node, id } : null;
  }

  function start(press: Press): boolean {
    const strip = press.node.closest<HTMLElement>('[data-columns]');
    if (!strip || !model.pickUp(press.id, 'pointer')) return false;
    const { left, top } = press.node.getBoundingClientRect();
    const { startX, startY } = press;
    const ghost = liftGhost(press.node);
    const map = measureColumns(strip, press.id);
    // A collapsed one may be taken by what is not lifted.
    const grip = { gripX: startX - left, gripY: Math.min(startY - top, CUT_AT / 2) };
    hand = { press, ghost, strip, map, speedX: createScrollSpeed(startX), ...grip };
    press.node.dataset['held'] = '';
    document.documentElement.dataset['dragging'] = 'pointer';
    frames.begin();
    frames.ask();
    return true;
  }

  function end(_press: Press, released: boolean): void {
    const held = hand;
    hand = null;
    mark.hide();
    delete document.documentElement.dataset['dragging'];
    if (!held) return;
    if (released && held.map.indexAt(held.press) !== null) model.drop();
    else model.putBack();
    requestAnimationFrame(() => {
      const { press, ghost } = held;
      delete press.node.dataset['held'];
      if (!press.node.isConnected) return ghost.settleOn(null);
      press.node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      ghost.settleOn(press.node, 'fades');
    });
  }

  function measureAnew(): void {
    if (!hand) return;
    hand.map = measureColumns(hand.strip, hand.press.id);
    frames.ask();
  }

  const stop = new AbortController();
  const presses = listenForPresses(page, { find, start, move: frames.ask, end });
  addEventListener('resize', measureAnew, { signal: stop.signal });
  page.addEventListener('scroll', () => hand && frames.ask(), { signal: stop.signal, passive: true, capture: true });
  const releases = [
    model.subscribe(() => hand && !model.get() && presses.cancel()),
    // The lanes are drawn anew by the next frame.
    store.subscribe(() => hand && requestAnimationFrame(measureAnew)),
  ];

  return () => {
    presses.stop();
    for (const release of releases) release();
    frames.stop();
    stop.abort();
  };
}
