import { useEffect, useState } from 'react';

/**
 * A part of the page that may come after its first paint: fetched as soon as that is done, for later the network may be away. Where it
 * cannot be had the page goes on without it.
 */
export function useLoaded<Part>(load: () => Promise<Part>): Part | null {
  const [loaded, setLoaded] = useState<{ readonly part: Part } | null>(null);
  useEffect(() => {
    let wanted = true;
    load().then(
      (part) => wanted && setLoaded({ part }),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  return loaded && loaded.part;
}
