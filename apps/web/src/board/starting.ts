import type { Id } from '@talkan/board/model';
import { useEffect } from 'react';
import { createSignal } from '../ui/signal';
import type { AddPlace } from './add-card';
import { boardPage } from './the-page';

interface Wanted {
  readonly columnId: Id | null;
  readonly place: AddPlace;
}

/** What was asked for from outside of the board: the field for a new card in this column, or that for a new column (`null`). */
const wanted = createSignal<Wanted | undefined>(undefined);

/** Asks for it, in a column that is opened for it where it is collapsed. */
export function startAdding(columnId: Id | null, place: AddPlace = 'top'): void {
  const page = boardPage.get();
  if (columnId !== null) page?.lanes.get(columnId)?.unfold?.();
  wanted.set({ columnId, place });
}

/** Calls back when the field for a new card here, or for a new column, is asked for. */
export function useStarting(columnId: Id | null, start: (place: AddPlace) => void): void {
  useEffect(() => {
    const look = () => {
      const now = wanted.get();
      if (now?.columnId !== columnId) return;
      wanted.set(undefined);
      start(now.place);
    };
    look();
    return wanted.subscribe(look);
  });
}
