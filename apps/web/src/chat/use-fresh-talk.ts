import { useEffect, useSyncExternalStore } from 'react';
import { useBoardPart } from '../sync/use-board-store';
import { forgetOldConversations } from './old-conversations';
import type { Talk } from './talk';

/** A turn that another window asked for is looked at as often. */
const LOOK_MS = 3000;

/** Loads the conversations, and keeps up with what becomes of them elsewhere. */
export function useFreshTalk(talk: Talk, isSeen: boolean): void {
  const undone = useBoardPart((state) => state.undone);
  const isRunning = useSyncExternalStore(talk.state.subscribe, () =>
    talk.state.get().turns.some(({ state }) => state === 'running'),
  );

  useEffect(() => {
    forgetOldConversations();
    void talk.load();
  }, [talk]);

  // The foot of a card undoes the same changes as the receipt does.
  useEffect(() => talk.noteUndone(undone), [talk, undone]);

  useEffect(() => {
    if (!isSeen) return;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      void (talk.state.get().loading === 'failed' ? talk.load() : talk.refresh());
    };
    const stop = new AbortController();
    const { signal } = stop;
    addEventListener('focus', look, { signal });
    addEventListener('online', look, { signal });
    document.addEventListener('visibilitychange', look, { signal });
    const timer = isRunning ? setInterval(look, LOOK_MS) : undefined;
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [talk, isSeen, isRunning]);
}
