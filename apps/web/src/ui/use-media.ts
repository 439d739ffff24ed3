import { useSyncExternalStore } from 'react';

let phone: MediaQueryList | undefined;

/** Made once for all that ask: making one takes longer than asking it. */
function phoneQuery(): MediaQueryList {
  phone ??= matchMedia('(max-width: 719px)');
  return phone;
}

function subscribe(notify: () => void): () => void {
  const query = phoneQuery();
  query.addEventListener('change', notify);
  return () => query.removeEventListener('change', notify);
}

/** The one breakpoint between the board as lanes side by side and as one lane with tabs; the same as in the style sheets. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => phoneQuery().matches);
}
