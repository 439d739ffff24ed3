import type { Card } from '@talkan/board/model';
import type { KeyName } from '../keys/table';
import { useKeys } from '../keys/use-keys';
import { useBoardPart } from '../sync/use-board-store';
import { useOffer, type OfferedItem } from '../ui/offers';

/** Offers in the palette what can be done to the open card, and lets the keys for it do it. */
export function useCardOffer({ id, number }: Card, items: readonly OfferedItem[]): void {
  const boardKey = useBoardPart((state) => state.board.key);
  useOffer({ scope: 'card', of: { id, name: `${boardKey}-${number}` }, items });
  useKeys(keysIn(items));
}

function keysIn(items: readonly OfferedItem[]): Partial<Record<KeyName, () => void>> {
  const actions: Partial<Record<KeyName, () => void>> = {};
  for (const { shortcut, disabled, onSelect } of items)
    if (shortcut && !disabled && onSelect) actions[shortcut] = onSelect;
  return actions;
}
