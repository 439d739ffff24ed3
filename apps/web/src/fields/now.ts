import { useSyncExternalStore } from 'react';

const MINUTE = 60_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setTimeout> | undefined;

function tick(): void {
  for (const listener of listeners) listener();
  timer = listeners.size > 0 ? setTimeout(tick, MINUTE - (Date.now() % MINUTE)) : undefined;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setTimeout(tick, MINUTE - (Date.now() % MINUTE));
  return () => void listeners.delete(listener);
}

/** What depends on the time, to the minute: one timer for all, and only what becomes another text is drawn again. */
export function useNow(say: (now: Date) => string): string {
  return useSyncExternalStore(subscribe, () => say(new Date()));
}
