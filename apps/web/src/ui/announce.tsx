import { useSyncExternalStore } from 'react';
import { createSignal } from './signal';

/** What was said last. */
export const spoken = createSignal({ message: '', turn: 0 });

/** Has a screen reader say the message when it is next silent. */
export function announce(message: string): void {
  spoken.set({ message, turn: spoken.get().turn + 1 });
}

/** The polite live region that `announce` speaks through. Stands once in the page, from the start. */
export function Announcer() {
  const { message, turn } = useSyncExternalStore(spoken.subscribe, spoken.get);
  // The same words twice in a row are spoken twice only if the text node differs.
  const text = turn % 2 === 0 ? message : `${message}\u00A0`;
  return (
    <div className="sr-only" aria-live="polite" aria-atomic="true" data-over>
      {text}
    </div>
  );
}
