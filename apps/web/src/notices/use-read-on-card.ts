import type { Card, Id } from '@talkan/board/model';
import { useEffect } from 'react';
import { api, trpc } from '../trpc';

/** Whoever has a card before their eyes has seen what their notices say of it, also what comes meanwhile. */
export function useReadOnCard(boardId: Id, card: Card): void {
  const utils = trpc.useUtils();
  // Asked for, and kept up, where the bell is.
  const { data } = trpc.notices.unread.useQuery(undefined, { enabled: false });
  const unread = data?.count;
  useEffect(() => {
    if (!unread) return;
    const stop = new AbortController();
    const read = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        await api.notices.read.mutate({ card: { boardId, cardId: card.id } });
        void utils.notices.unread.invalidate();
      } catch {
        // Nobody has asked for it: they stay as they are until the next time.
      }
    };
    void read();
    document.addEventListener('visibilitychange', () => void read(), { signal: stop.signal });
    return () => stop.abort();
    // A card that has changed may be news though there are as many as before.
  }, [unread, utils, boardId, card]);
}
