import { useEffect } from 'react';
import { signingOut, sessionEnded } from '../auth/session';
import { trpc } from '../trpc';
import { followHeard } from './follow-heard';
import { heardUnread } from './heard';

/** Coming back to the window twice within this time asks once. */
const AT_MOST_EVERY = 2000;

/** How many notices this person has not read: the server tells it where a board is open; elsewhere it is asked when they come back. */
export function useUnread(): number {
  const utils = trpc.useUtils();
  const { data, refetch } = trpc.notices.unread.useQuery();
  useEffect(() => {
    const { unread } = utils.notices;
    return followHeard({
      cancel: () => unread.cancel(),
      put: (count) => unread.setData(undefined, { count }),
    });
  }, [utils]);
  useEffect(() => {
    let asked = Date.now();
    const stop = new AbortController();
    const { signal } = stop;
    const ask = () => {
      if (document.visibilityState !== 'visible' || sessionEnded.get() || signingOut.get()) return;
      if (Date.now() - asked < AT_MOST_EVERY) return;
      asked = Date.now();
      void refetch();
    };
    addEventListener('focus', ask, { signal });
    addEventListener('online', ask, { signal });
    document.addEventListener('visibilitychange', ask, { signal });
    return () => stop.abort();
  }, [refetch]);
  return data?.count ?? heardUnread.get() ?? 0;
}
