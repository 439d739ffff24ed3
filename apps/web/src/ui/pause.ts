/** What somebody does who has not paused; `scroll` also where what they threw still glides. */
const DOING = ['pointerdown', 'pointermove', 'pointerup', 'pointercancel', 'touchmove', 'wheel', 'scroll', 'keydown'];
/** Who has done nothing for this long has paused, in ms. */
export const PAUSE_MS = 500;

/** Whether somebody is in the middle of something on this page, which is not to falter. */
export interface Pause {
  /** In how many ms they will have paused if they do nothing more; 0: they have. While something is held down it begins anew. */
  readonly comesIn: () => number;
  readonly stop: () => void;
}

export function watchForPause(page: EventTarget): Pause {
  const stop = new AbortController();
  let last = Number.NEGATIVE_INFINITY;
  let isPressed = false;
  const note = (event: Event) => {
    last = Date.now();
    if ('buttons' in event) isPressed = event.buttons !== 0;
  };
  for (const type of DOING) page.addEventListener(type, note, { signal: stop.signal, passive: true, capture: true });
  return {
    comesIn: () => (isPressed ? PAUSE_MS : Math.max(0, last + PAUSE_MS - Date.now())),
    stop: () => stop.abort(),
  };
}
