import { t } from '@talkan/words/words';
import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { useSigns } from '../presence/signs';
import { waitForSavedBoard } from '../sync/saved-board';
import { useBoardStore } from '../sync/use-board-store';
import { showToast } from '../ui/toast';
import { wayTo } from '../undo/lead-to';
import { useUndoWalk } from '../undo/use-undo-walk';
import type { HistoryEntry } from './story';

/** The same note as that of a walk back. */
const TOAST = 'undo-walk';

/** Undoes an entry of the history, whoever made it, and says how that went. */
export function useEntryUndo(): (entry: HistoryEntry) => Promise<void> {
  const store = useBoardStore();
  const { userId } = useSigns();
  const walk = useUndoWalk();
  const [, navigate] = useLocation();
  return useCallback(
    async ({ seq, from, sentence, actor }: HistoryEntry) => {
      const unsaved = await waitForSavedBoard(store, new AbortController().signal);
      if (unsaved === 'offline') {
        return void showToast({ id: TOAST, message: t`You are offline. You can undo when you’re back.`, tone: 'bad' });
      }
      const refusal = await store.undo(seq, from);
      if (refusal) {
        const way = wayTo(refusal, store.getState().board);
        const action = way && { label: way.label, run: () => navigate(way.path) };
        return void showToast({ id: TOAST, message: t`Not undone: ${refusal.message}`, tone: 'bad', action });
      }
      // Of one's own change this is a step back; of another's it is the newest change of one's own.
      const back = actor.id === userId ? 'redo' : 'undo';
      const action = { label: back === 'redo' ? t`Redo` : t`Undo`, run: () => void walk(back) };
      showToast({ id: TOAST, message: t`Undone: ${sentence}`, action });
    },
    [store, userId, walk, navigate],
  );
}
