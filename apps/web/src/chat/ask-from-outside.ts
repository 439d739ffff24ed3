import { useEffect, useSyncExternalStore } from 'react';
import { createSignal } from '../ui/signal';

/** What is to be asked once the panel is there and has time for it. */
const wanted = createSignal<string | null>(null);

/** Asks the assistant from outside of its panel; whoever calls this opens that, too. What is typed in its field stays. */
export function askFromOutside(text: string): void {
  wanted.set(text);
}

/** Calls back with what was asked from outside, once, as soon as it can be taken. */
export function useAskedFromOutside(canTake: boolean, ask: (text: string) => void): void {
  const text = useSyncExternalStore(wanted.subscribe, wanted.get);
  useEffect(() => {
    if (!canTake || text === null) return;
    wanted.set(null);
    ask(text);
  });
}
