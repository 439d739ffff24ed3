import { useSyncExternalStore } from 'react';

/** How much of the page's height is not behind a keyboard on the screen: some browsers lay that over the page. */
export function useSeenHeight(): number {
  return useSyncExternalStore(follow, seenHeight);
}

function follow(listener: () => void): () => void {
  const seen = globalThis.visualViewport;
  seen?.addEventListener('resize', listener);
  return () => seen?.removeEventListener('resize', listener);
}

/** Whoever has zoomed in sees less of the page, too; that is not what is asked. */
function seenHeight(): number {
  const seen = globalThis.visualViewport;
  return seen ? Math.round(seen.height * seen.scale) : innerHeight;
}
