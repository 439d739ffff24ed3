import { atLeast } from '@talkan/board/roles';
import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useLocation } from 'wouter';
import { cardPath } from '../board/paths';
import { problemOf } from '../problem';
import { waitForSavedBoard } from '../sync/saved-board';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';
import { api } from '../trpc';
import { IconButton } from '../ui/button';
import { showToast } from '../ui/toast';
import { useIsPhone } from '../ui/use-media';
import { createUndoWalk, directionOf } from './undo-walk';

const NOT_YET = {
  offline: 'You are offline. You can undo when you’re back.',
  unsaved: 'Your last changes have not reached the server yet. Try again in a moment.',
} as const;

/** Undo and redo of one's own changes on this board, by button and by key. */
export function UndoButtons() {
  const isPhone = useIsPhone();
  const canEdit = useBoardPart((state) => atLeast(state.role, 'editor'));
  const walk = useUndoWalk();
  useEffect(() => {
    if (!canEdit) return;
    const press = (event: KeyboardEvent) => {
      const direction = directionOf(event);
      // In a field the keys belong to the text, and with a card in the hand to nobody.
      if (direction === null || event.defaultPrevented || isTyping(event.target) || isDragging()) return;
      event.preventDefault();
      void walk(direction);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [canEdit, walk]);

  if (!canEdit) return null;
  return (
    <>
      <IconButton label="Undo" aria-keyshortcuts="Control+Z Meta+Z" onClick={() => void walk('undo')}>
        <Undo2 size={16} aria-hidden="true" />
      </IconButton>
      {!isPhone && (
        <IconButton label="Redo" aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z" onClick={() => void walk('redo')}>
          <Redo2 size={16} aria-hidden="true" />
        </IconButton>
      )}
    </>
  );
}

function useUndoWalk() {
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
      undo: (seq) => store.undo(seq),
      leadTo({ ids }) {
        const { board } = store.getState();
        const card = ids.map((id) => board.card(id)).find((found) => found !== undefined);
        if (!card) return undefined;
        const path = cardPath(board.key, card.number);
        return { label: `Open ${board.key}-${card.number}`, run: () => navigate(path) };
      },
      sentenceOf: (error) => problemOf(error).message,
      say: showToast,
    });
  }, [store, navigate]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function isDragging(): boolean {
  return document.documentElement.dataset['dragging'] !== undefined;
}
