import type { Card } from '@talkan/board/model';
import { useBoardPart } from '../sync/use-board-store';
import { useOffer, type OfferedItem } from '../ui/offers';

/** Offers in the palette what can be done to the open card. */
export function useCardOffer({ id, number }: Card, items: readonly OfferedItem[]): void {
  const boardKey = useBoardPart((state) => state.board.key);
  useOffer({ scope: 'card', of: { id, name: `${boardKey}-${number}` }, items });
}
