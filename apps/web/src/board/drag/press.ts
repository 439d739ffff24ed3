import type { Id } from '@talkan/board/model';

const LONG_PRESS = 200;
const MOUSE_SLOP = 4;
const TOUCH_SLOP = 8;

/** A pointer that is down on a card, and may come to drag it. */
export interface Press {
  readonly card: HTMLElement;
  readonly cardId: Id;
  readonly pointerId: number;
  readonly touch: boolean;
  readonly startX: number;
  readonly startY: number;
  x: number;
  y: number;
}

export interface PressListener {
  /** Whether this card may be pressed at all. */
  accepts(cardId: Id): boolean;
  /** The press has become a drag. Returns whether it may be one. */
  start(press: Press): boolean;
  move(press: Press): void;
  /** `released`: let go by will. Otherwise the browser or the keyboard took it away. */
  end(press: Press, released: boolean): void;
}

/** What starts no drag: whatever does something of its own when it is pressed. The card's link is the card itself. */
const OWN_ACTION = 'button, input, textarea, select, [popover], a:not([data-card-link])';

/** Tells drags from clicks (a mouse that moved 4 px) and from scrolling (a finger that rested 200 ms first). Returns the way to stop. */
export function listenForPresses(board: HTMLElement, listener: PressListener): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let press: Press | null = null;
  let dragging = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function begin(): void {
    if (!press) return;
    // Somebody else has moved or archived it meanwhile: nothing is under the pointer any more that could be dragged.
    dragging = press.card.isConnected && listener.start(press);
    if (!dragging) press = null;
    else if (press.touch) navigator.vibrate?.(8);
    // A mouse that leaves the window is followed, and its release there is heard.
    else press.card.setPointerCapture(press.pointerId);
  }

  function finish(released: boolean): void {
    clearTimeout(timer);
    const ended = press;
    press = null;
    if (!ended || !dragging) return;
    dragging = false;
    listener.end(ended, released);
    if (released) eatClick(ended.touch);
  }

  function down(event: PointerEvent): void {
    if (press || event.button !== 0 || !event.isPrimary || !(event.target instanceof Element)) return;
    const card = event.target.closest<HTMLElement>('[data-card-id]');
    const cardId = card?.dataset['cardId'];
    if (!card || cardId === undefined || event.target.closest(OWN_ACTION) || !listener.accepts(cardId)) return;
    const { pointerId, clientX: x, clientY: y } = event;
    press = { card, cardId, pointerId, touch: event.pointerType === 'touch', startX: x, startY: y, x, y };
    if (press.touch) timer = setTimeout(begin, LONG_PRESS);
  }

  function move(event: PointerEvent): void {
    if (!press || event.pointerId !== press.pointerId) return;
    press.x = event.clientX;
    press.y = event.clientY;
    if (dragging) return listener.move(press);
    const distance = Math.hypot(press.x - press.startX, press.y - press.startY);
    if (press.touch && distance > TOUCH_SLOP) finish(false);
    else if (!press.touch && distance >= MOUSE_SLOP) begin();
  }

  const of = (handle: () => void) => (event: PointerEvent) => {
    if (event.pointerId === press?.pointerId) handle();
  };
  board.addEventListener('pointerdown', down, { signal });
  addEventListener('pointermove', move, { signal });
  addEventListener(
    'pointerup',
    of(() => finish(true)),
    { signal },
  );
  addEventListener(
    'pointercancel',
    of(() => finish(false)),
    { signal },
  );
  addEventListener('blur', () => finish(false), { signal });
  addEventListener('keydown', (event) => event.key === 'Escape' && dragging && (consume(event), finish(false)), {
    signal,
    capture: true,
  });
  // Without this a finger that drags would scroll the lane, or go back in history. Before the drag it must not stand in the way.
  board.addEventListener('touchmove', (event) => dragging && event.cancelable && event.preventDefault(), {
    signal,
    passive: false,
  });
  // A long press asks for a menu of the browser's.
  board.addEventListener('contextmenu', (event) => press?.touch && event.preventDefault(), { signal });
  return () => {
    finish(false);
    stop.abort();
  };
}

/** The release of a drag is no click on what lies under it. A finger's click comes a little later than a mouse's. */
function eatClick(touch: boolean): void {
  addEventListener('click', consume, { capture: true });
  setTimeout(() => removeEventListener('click', consume, { capture: true }), touch ? 60 : 0);
}

function consume(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}
