import type { Card, Label } from '@talkan/board/model';
import { useBoardPart, useBoardStore } from '../sync/use-board-store';

const NONE: readonly Label[] = [];

/** The labels that a card shows. */
export function useLabelsOf(card: Card): readonly Label[] {
  const store = useBoardStore();
  // They are another list only when one of the board's is another.
  useBoardPart((state) => state.board.labels());
  return card.labelIds.length === 0 ? NONE : store.getState().board.labelsOf(card);
}
