import type { Id } from '@talkan/board/model';

const LONG_PRESS = 200;
const MOUSE_SLOP = 4;
const TOUCH_SLOP = 8;
/** The left button, a finger, the tip of a pen. */
const FIRST_BUTTON = 1;

/** What can be dragged, as the page draws it. */
export interface Grip {
  readonly node: HTMLElement;
  readonly id: Id;
}

/** A pointer that is down on something, and may come to drag it. */
export interface Press extends Grip {
  readonly pointerId: number;
  readonly touch: boolean;
  readonly startX: number;
  readonly startY: number;
  x: number;
  y: number;
}

export interface PressListener {
  /** What a press on this element takes hold of; `null`: nothing, or nothing now. */
  find(target: Element): Grip | null;
  /** The press has become a drag. Returns whether it may be one. */
  start(press: Press): boolean;
  move(press: Press): void;
  /** `released`: let go by will. Otherwise the browser, the keyboard or another finger took it away. */
  end(press: Press, released: boolean): void;
}

export interface Presses {
  /** Ends the drag as if it was taken away. */
  cancel(): void;
  stop(): void;
}

/**
 * Tells drags from clicks (a mouse or a pen that moved 4 px) and from scrolling (a finger that rested 200 ms first). One pointer with one
 * button drags: another finger or button takes the drag away.
 */
export function listenForPresses(board: HTMLElement, listener: PressListener): Presses {
  const stop = new AbortController();
  const { signal } = stop;
  let press: Press | null = null;
  let dragging = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let touched: Element | null = null;

  function begin(): void {
    if (!press) return;
    // Somebody else has moved or archived it meanwhile: nothing is under the pointer any more that could be dragged.
    dragging = press.node.isConnected && listener.start(press);
    if (!dragging) press = null;
    else if (press.touch) navigator.vibrate?.(8);
    // A mouse that leaves the window is followed, and its release there is heard.
    else press.node.setPointerCapture(press.pointerId);
  }

  function finish(released: boolean): void {
    clearTimeout(timer);
    touched?.removeEventListener('touchmove', keepStill);
    touched = null;
    const ended = press;
    press = null;
    if (!ended || !dragging) return;
    dragging = false;
    if (released) eatClick(ended.touch);
    else eatRelease(ended);
    listener.end(ended, released);
  }

  function down(event: PointerEvent): void {
    if (press) finish(false);
    if (event.button !== 0 || !event.isPrimary || !(event.target instanceof Element)) return;
    const grip = board.contains(event.target) && listener.find(event.target);
    if (!grip) return;
    const { pointerId, clientX: x, clientY: y } = event;
    press = { ...grip, pointerId, touch: event.pointerType === 'touch', startX: x, startY: y, x, y };
    if (!press.touch) return;
    timer = setTimeout(begin, LONG_PRESS);
    // An element that is taken off the board keeps its finger, whose moves the board hears of no more.
    touched = event.target;
    touched.addEventListener('touchmove', keepStill, { passive: false });
  }

  function move(event: PointerEvent): void {
    if (!press || event.pointerId !== press.pointerId) return;
    // Another button came to it, or its release was not heard.
    if (event.buttons !== FIRST_BUTTON) return finish(false);
    press.x = event.clientX;
    press.y = event.clientY;
    if (dragging) return listener.move(press);
    const distance = Math.hypot(press.x - press.startX, press.y - press.startY);
    if (press.touch && distance > TOUCH_SLOP) finish(false);
    else if (!press.touch && distance >= MOUSE_SLOP) begin();
  }

  // Without this a finger that drags would scroll the lane, or go back in history. Before the drag it must not stand in the way.
  function keepStill(event: Event): void {
    if (dragging && event.cancelable) event.preventDefault();
  }

  const end = (released: boolean) => (event: PointerEvent) => {
    if (event.pointerId === press?.pointerId) finish(released);
  };
  addEventListener('pointerdown', down, { signal });
  addEventListener('pointermove', move, { signal });
  addEventListener('pointerup', end(true), { signal });
  addEventListener('pointercancel', end(false), { signal });
  addEventListener('blur', () => finish(false), { signal });
  addEventListener('keydown', (event) => event.key === 'Escape' && dragging && (consume(event), finish(false)), {
    signal,
    capture: true,
  });
  board.addEventListener('touchmove', keepStill, { signal, passive: false });
  // A long press asks for a menu of the browser's, and a pressed link or text would be dragged in the browser's own way.
  board.addEventListener('contextmenu', (event) => press && event.preventDefault(), { signal });
  board.addEventListener('dragstart', (event) => press && event.preventDefault(), { signal });
  return {
    cancel: () => finish(false),
    stop() {
      finish(false);
      stop.abort();
    },
  };
}

/** The release of a drag is no click on what lies under it. A finger's click comes a little later than a mouse's. */
function eatClick(touch: boolean): void {
  const names = ['click', 'contextmenu'];
  for (const name of names) addEventListener(name, consume, { capture: true });
  setTimeout(
    () => {
      for (const name of names) removeEventListener(name, consume, { capture: true });
    },
    touch ? 60 : 0,
  );
}

/** The same for a pointer that is still down when its drag is taken away; nor is a menu asked for until then. */
function eatRelease({ pointerId, touch }: Press): void {
  const until = new AbortController();
  const options = { signal: until.signal, capture: true };
  addEventListener('contextmenu', consume, options);
  addEventListener('pointerdown', () => until.abort(), options);
  for (const name of ['pointerup', 'pointercancel'] as const) {
    addEventListener(
      name,
      (event) => {
        if (event.pointerId !== pointerId) return;
        until.abort();
        eatClick(touch);
      },
      options,
    );
  }
}

function consume(event: Event): void {
  event.stopImmediatePropagation();
  event.preventDefault();
}
