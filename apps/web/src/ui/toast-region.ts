/** Leads to the newest toast from wherever one is: what it offers leaves soon, and Tab would take long. */
const TO_TOASTS = 'F8';

export interface ToastRegionOptions {
  readonly region: HTMLElement;
  /** Whether toasts wait: somebody is at them by pointer or keyboard, or the page is out of sight. */
  readonly onHold: (held: boolean) => void;
}

/** What a person does with the toasts: a key leads to them, and the focus goes back when the toast that had it is gone. Returns the way to stop. */
export function startToastRegion({ region, onHold }: ToastRegionOptions): () => void {
  /** What had the focus before it came in here; `null` while it is elsewhere. */
  let before: EventTarget | null = null;
  const look = () => {
    const hasFocus = region.contains(document.activeElement);
    // The region itself lets the pointer through.
    onHold(document.hidden || hasFocus || region.querySelector(':hover') !== null);
    if (hasFocus || document.activeElement !== document.body) return;
    // The toast went with the focus.
    if (before instanceof HTMLElement && before.isConnected) before.focus();
    before = null;
  };
  const stop = new AbortController();
  const { signal } = stop;
  document.addEventListener(
    'focusin',
    ({ target, relatedTarget }) => {
      const isIn = target instanceof Node && region.contains(target);
      const wasIn = relatedTarget instanceof Node && region.contains(relatedTarget);
      if (!isIn) before = null;
      else if (!wasIn) before = relatedTarget;
      look();
    },
    { signal },
  );
  // Once the focus has arrived.
  region.addEventListener('focusout', () => setTimeout(look), { signal });
  region.addEventListener('pointerover', look, { signal });
  region.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !(before instanceof HTMLElement) || !before.isConnected) return;
      before.focus();
      event.stopPropagation();
    },
    { signal },
  );
  region.addEventListener('pointerout', () => setTimeout(look), { signal });
  document.addEventListener('visibilitychange', look, { signal });
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== TO_TOASTS || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      const newest = [...region.querySelectorAll('[data-toast]')].at(-1);
      newest?.querySelector('button')?.focus();
      if (newest) event.preventDefault();
    },
    { signal },
  );
  const changes = new MutationObserver(look);
  changes.observe(region, { childList: true, subtree: true });
  look();
  return () => {
    stop.abort();
    changes.disconnect();
  };
}
