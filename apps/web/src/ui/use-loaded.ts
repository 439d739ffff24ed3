import { useEffect, useMemo, useState } from 'react';
import { savesData } from './saves-data';

/** By then the board stands, and the network is still there. */
const AHEAD_MS = 1500;
const RETRY_MS = 10_000;

/** A part of the page that may not be there yet. */
export interface Loading<Part> {
  readonly part: Part | null;
  /** Whether it could not be had the last time that it was asked for. */
  readonly isAway: boolean;
}

/**
 * A part of the page that may come after its first paint: fetched as soon as that is done, for later the network may be away; a moment
 * after, if it is wanted soon or not yet, the latter only where the browser is not told to save data. Where it cannot be had the page goes on
 * without it, and asks again when the network is back.
 */
export function useLoading<Part>(load: () => Promise<Part>, isWanted: boolean | 'soon' = true): Loading<Part> {
  const [loaded, setLoaded] = useState<{ readonly part: Part } | null>(null);
  const [isAway, setIsAway] = useState(false);
  const isMissing = loaded === null;
  useEffect(() => {
    if (!isMissing) return;
    const stop = new AbortController();
    const { signal } = stop;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const fetchIn = (milliseconds: number) => {
      clearTimeout(timer);
      if (!signal.aborted) timer = setTimeout(fetchPart, milliseconds);
    };
    const fetchPart = () => {
      load().then(
        (part) => signal.aborted || setLoaded({ part }),
        () => {
          if (!signal.aborted) setIsAway(true);
          fetchIn(RETRY_MS);
        },
      );
    };
    if (isWanted === true) fetchPart();
    else if (isWanted === 'soon' || !savesData()) fetchIn(AHEAD_MS);
    addEventListener('online', () => fetchIn(0), { signal });
    return () => {
      stop.abort();
      clearTimeout(timer);
    };
  }, [load, isWanted, isMissing]);
  return useMemo(() => ({ part: loaded && loaded.part, isAway: isMissing && isAway }), [loaded, isMissing, isAway]);
}

/** The same, for a page that goes on without a part as it does before it has come. */
export function useLoaded<Part>(load: () => Promise<Part>, isWanted: boolean | 'soon' = true): Part | null {
  return useLoading(load, isWanted).part;
}
