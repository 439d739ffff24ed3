import { useEffect, useSyncExternalStore } from 'react';
import { createSignal } from '../ui/signal';

/** Whether what somebody came for is drawn: from then on the rest of the page is fetched. */
const stands = createSignal(false);

export function usePageStands(): boolean {
  return useSyncExternalStore(stands.subscribe, stands.get);
}

/** Says that it is, by whatever is drawn in the middle of the page. */
export function useStanding(): void {
  useEffect(() => stands.set(true), []);
}
