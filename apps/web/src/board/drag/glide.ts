import { afterFrame } from '../../ui/after-frame';
import type { DragModel } from './drag';
import { SETTLE } from './ghost';

/** Until a card has landed, and what made room for it, in ms. */
const LANDED = SETTLE + 30;
const TRANSITIONS = ['transitionrun', 'transitionstart', 'transitionend', 'transitioncancel'];

/**
 * Lets cards glide aside for what is in the hand, until that has landed. Not in the frame in which it is lifted: none moves then, and all of
 * them would be styled anew, in the longest frame of a drag. Returns the way to stop.
 */
export function startGlide(board: HTMLElement, model: DragModel): () => void {
  let by = model.get()?.by;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const rest = () => void delete board.dataset['gliding'];

  function follow(): void {
    const before = by;
    by = model.get()?.by;
    if (by === before) return;
    clearTimeout(timer);
    if (by) {
      afterFrame(() => {
        if (by) board.dataset['gliding'] = 'true';
      });
    } else if (before === 'pointer') timer = setTimeout(rest, LANDED);
    else rest();
  }

  // React would look at each who wants to know, and nobody does: there are hundreds in a drag.
  function keepQuiet(event: Event): void {
    if (event.target instanceof Node && board.contains(event.target)) event.stopPropagation();
  }

  const stop = new AbortController();
  for (const name of TRANSITIONS) addEventListener(name, keepQuiet, { capture: true, signal: stop.signal });
  const unsubscribe = model.subscribe(follow);
  return () => {
    stop.abort();
    unsubscribe();
    clearTimeout(timer);
    rest();
  };
}
