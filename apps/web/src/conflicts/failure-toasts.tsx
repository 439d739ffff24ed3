import { t } from '@talkan/words/words';
import { useEffect, useRef } from 'react';
import { handBack } from './hand-back';
import { useBoardState, useBoardStore } from '../sync/use-board-store';
import { showToast } from '../ui/toast';
import { isWorthRetrying, sayFailed } from '../board/after-failure';
import { shownOn } from '../board/failures';

const PAGE_BEGAN = new Date(performance.timeOrigin).toISOString();

/** Says the failed changes that no card on the board can say, and hands back what was typed for any of them. */
export function FailureToasts() {
  const store = useBoardStore();
  const state = useBoardState();
  const seen = useRef({ handedBack: new Set<string>(), said: new Set<string>() });

  useEffect(() => {
    for (const failure of state.failures) {
      const { changeId, operations } = failure;
      const { handedBack, said } = seen.current;
      if (!handedBack.has(changeId)) handBack(state.board, operations);
      handedBack.add(changeId);
      // A card that says it now may leave the board with the next load.
      if (said.has(changeId) || shownOn(state, failure) !== undefined) continue;
      said.add(changeId);
      // Several are said together, above the board, as is what an earlier page left.
      if (state.failures.length > 1 || failure.now < PAGE_BEGAN) continue;
      const retry = { label: t`Retry`, run: () => store.replace(changeId, operations) };
      showToast({
        id: `failure-${changeId}`,
        tone: 'bad',
        message: `${sayFailed(operations)}: ${failure.refusal.message}`,
        action: isWorthRetrying(state, failure) ? retry : undefined,
      });
    }
  }, [state, store]);
  return null;
}
