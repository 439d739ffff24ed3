import type { Id } from '@talkan/board/model';
import { useEffect } from 'react';
import { createSignal } from '../ui/signal';

/** What was asked for from outside of the board: the field for a new card in this column, or that for a new column (`null`). */
const wanted = createSignal<{ readonly columnId: Id | null } | undefined>(undefined);

export function startAdding(columnId: Id | null): void {
  wanted.set({ columnId });
}

/** Calls back when the field for a new card here, or for a new column, is asked for. */
export function useStarting(columnId: Id | null, start: () => void): void {
  useEffect(() => {
    const look = () => {
      if (wanted.get()?.columnId !== columnId) return;
      wanted.set(undefined);
      start();
    };
    look();
    return wanted.subscribe(look);
  });
}
