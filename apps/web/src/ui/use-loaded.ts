import { t } from '@talkan/words/words';
import { useEffect, useMemo, useState } from 'react';
import { missingParts } from '../update/server-build';
import { savesData } from './saves-data';
import { showToast } from './toast';

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
 * @param isWanted left out: by the page itself, at once. Somebody who wants it is told why it does not come.
 */
export function useLoading<Part>(load: () => Promise<Part>, isWanted?: boolean | 'soon'): Loading<Part> {
  const [loaded, setLoaded] = useState<{ readonly part: Part } | null>(null);
  const [isAway, setIsAway] = useState(false);
  const isMissing = loaded === null;
  useEffect(() => {
    if (!isMissing) return;
    const stop = new AbortController();
    const { signal } = stop;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isTold = false;
    const fetchIn = (milliseconds: number) => {
      clearTimeout(timer);
      if (!signal.aborted) timer = setTimeout(fetchPart, milliseconds);
    };
    const fetchPart = () => {
      load().then(
        (part) => signal.aborted || setLoaded({ part }),
        () => {
          if (signal.aborted) return;
          setIsAway(true);
          if (isWanted === true && !isTold) sayAway();
          isTold = true;
          missingParts.set(missingParts.get() + 1);
          fetchIn(RETRY_MS);
        },
      );
    };
    if ((isWanted ?? true) === true) fetchPart();
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
export function useLoaded<Part>(load: () => Promise<Part>, isWanted?: boolean | 'soon'): Part | null {
  return useLoading(load, isWanted).part;
}

function sayAway(): void {
  const reload = { label: t`Reload`, run: () => location.reload() };
  showToast({
    // One note for all that is missing.
    id: 'part-away',
    tone: 'bad',
    ...(navigator.onLine
      ? { message: PART_MISSING, action: reload }
      : { message: t`You are offline, and this part of Talkan is not here yet. It comes when you’re back.` }),
  });
}

/** What to do where a file of the page itself cannot be had. */
export const PART_MISSING = t`A part of Talkan could not be loaded; it may have been updated. Reload the page to go on. What you typed is kept.`;
