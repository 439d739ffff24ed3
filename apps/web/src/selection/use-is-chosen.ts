import type { Id } from '@talkan/board/model';
import { useSyncExternalStore } from 'react';
import { useBoardUi } from '../board/board-ui';

export function useIsChosen(cardId: Id): boolean {
  const { selection } = useBoardUi();
  return useSyncExternalStore(selection.subscribe, () => selection.get().has(cardId));
}
