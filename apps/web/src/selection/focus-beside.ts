import type { Card } from '@talkan/board/model';
import type { BoardUi } from '../board/board-ui';

/**
 * Where the focus goes when these cards leave the board: to the card below the last of them, else to the one above; without either the board
 * finds it a place. Asked before they leave; the returned function leads there once the lanes are drawn without them.
 */
export function focusBeside({ lanes, shown }: Pick<BoardUi, 'lanes' | 'shown'>, cards: readonly Card[]): () => void {
  const last = cards.at(-1);
  if (!last) return () => {};
  const leaving = new Set(cards.map(({ id }) => id));
  const lane = shown.getState().board.cardsIn(last.columnId);
  const at = lane.findIndex(({ id }) => id === last.id);
  const stays = ({ id }: Card) => !leaving.has(id);
  const next = lane.slice(at + 1).find(stays) ?? lane.slice(0, at).findLast(stays);
  return () => requestAnimationFrame(() => next && lanes.get(next.columnId)?.focusCard(next.id));
}
