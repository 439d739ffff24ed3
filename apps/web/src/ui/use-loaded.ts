import { useEffect, useState } from 'react';

/** By then the board stands, and the network is still there. */
const AHEAD_MS = 1500;

/**
 * A part of the page that may come after its first paint: fetched as soon as that is done, for later the network may be away; a part that
 * is not wanted yet a moment after. Where it cannot be had the page goes on without it.
 */
export function useLoaded<Part>(load: () => Promise<Part>, isWanted = true): Part | null {
  const [loaded, setLoaded] = useState<{ readonly part: Part } | null>(null);
  useEffect(() => {
    let mounted = true;
    const fetchPart = () =>
      load().then(
        (part) => mounted && setLoaded({ part }),
        () => {},
      );
    const timer = isWanted ? undefined : setTimeout(() => void fetchPart(), AHEAD_MS);
    if (isWanted) void fetchPart();
    return () => {
      mounted = false;
      clearTimeout(timer);
    };
  }, [load, isWanted]);
  return loaded && loaded.part;
}
