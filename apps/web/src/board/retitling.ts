import type { Id } from '@talkan/board/model';
import { useSyncExternalStore } from 'react';
import { createSignal } from '../ui/signal';

/** The card whose title is a field on the board. */
export const retitled = createSignal<Id | null>(null);

export function useIsRetitled(cardId: Id): boolean {
  return useSyncExternalStore(retitled.subscribe, () => retitled.get() === cardId);
}
