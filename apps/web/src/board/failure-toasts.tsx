import { useEffect, useRef } from 'react';
import { handBack } from '../card/hand-back';
import { useBoardState, useBoardStore } from '../sync/use-board-store';
import { showToast } from '../ui/toast';
import { sayFailed, shownOn } from './failures';

/** Says the failed changes that no card on the board can say, and hands back what was typed for any of them. */
export function FailureToasts() {
  const store = useBoardStore();
  const state = useBoardState();
  const seen = useRef(new Set<string>());

  useEffect(() => {
    for (const failure of state.failures) {
      if (seen.current.has(failure.changeId)) continue;
      seen.current.add(failure.changeId);
      handBack(state.board, failure.operations);
      if (shownOn(state, failure) !== undefined) continue;
      // What was to be added stands in its field again; anything else there is left to send anew.
      const typed = failure.operations.some(({ type }) => type === 'card.create' || type === 'column.create');
      const retry = { label: 'Retry', run: () => store.retry(failure.changeId) };
      showToast({
        id: `failure-${failure.changeId}`,
        tone: 'bad',
        message: `${sayFailed(failure.operations)}: ${failure.refusal.message}`,
        action: typed || failure.operations.length === 0 ? undefined : retry,
      });
    }
  }, [state, store]);
  return null;
}
