import { useEffect, useState } from 'react';

const DELAY_MS = 200;
/** One follows the other within a frame or two. */
const AT_ONCE_MS = 100;

/** The wait that goes on: since when, and until when a skeleton stands for it. */
let wait = { since: -Infinity, until: -Infinity };

/** How long a skeleton is not seen yet. One that takes the place of another goes on with its wait: what was seen does not vanish and come again. */
export function useDelay(): string {
  const [since] = useState(beginWait);
  useEffect(() => {
    wait = { since, until: Infinity };
    return () => {
      wait = { since, until: performance.now() };
    };
  }, [since]);
  const [delay] = useState(() => Math.max(0, since + DELAY_MS - performance.now()));
  return `${delay}ms`;
}

function beginWait(): number {
  const now = performance.now();
  return now - wait.until < AT_ONCE_MS ? wait.since : now;
}
