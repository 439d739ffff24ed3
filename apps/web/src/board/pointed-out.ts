import type { Id } from '@talkan/board/model';
import { useSyncExternalStore } from 'react';
import { createSignal } from '../ui/signal';

/** As long as it takes to look for them. */
const POINTED_OUT_MS = 5000;
const NONE: ReadonlySet<Id> = new Set();

const pointedOut = createSignal(NONE);

/** Has these cards, and no others, stand out for some seconds. */
export function pointOut(cardIds: readonly Id[]): void {
  const own = new Set(cardIds);
  pointedOut.set(own);
  setTimeout(() => {
    if (pointedOut.get() === own) pointedOut.set(NONE);
  }, POINTED_OUT_MS);
}

export function useIsPointedOut(cardId: Id): boolean {
  return useSyncExternalStore(pointedOut.subscribe, () => pointedOut.get().has(cardId));
}
