import { useCallback, useSyncExternalStore } from 'react';

/** Whether the media query holds, followed as it changes. */
function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (notify: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', notify);
      return () => list.removeEventListener('change', notify);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}

/** The one breakpoint between the board as lanes side by side and as one lane with tabs; the same as in the style sheets. */
export function useIsPhone(): boolean {
  return useMedia('(max-width: 719px)');
}
