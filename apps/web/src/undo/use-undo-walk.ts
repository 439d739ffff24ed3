import { t } from '@talkan/words/words';
import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { problemOf } from '../problem';
import { waitForSavedBoard } from '../sync/saved-board';
import { useBoardStore } from '../sync/use-board-store';
import { api } from '../trpc';
import { showToast } from '../ui/toast';
import { wayTo } from './lead-to';
import { createUndoWalk, type Direction } from './undo-walk';

const NOT_YET = {
  offline: t`You are offline. You can undo when you’re back.`,
  unsaved: t`Your last changes have not reached the server yet. Try again in a moment.`,
} as const;

/** Walks this person's own changes on this board. One for the page: steps that are asked for by key and by menu take their turns. */
export function useUndoWalk(): (direction: Direction) => Promise<void> {
  const store = useBoardStore();
  const [, navigate] = useLocation();
  return useMemo(() => {
    const { id: boardId } = store.getState().board;
    return createUndoWalk({
      async saved() {
        const reason = await waitForSavedBoard(store, new AbortController().signal);
        return reason && NOT_YET[reason];
      },
      position: () => api.boards.undoable.query({ boardId }),
      undo: ({ seq, from }) => store.undo(seq, from),
      leadTo(refusal) {
        const way = wayTo(refusal, store.getState().board);
        return way && { label: way.label, run: () => navigate(way.path) };
      },
      sentenceOf: (error) => problemOf(error).message,
      say: showToast,
    });
  }, [store, navigate]);
}
