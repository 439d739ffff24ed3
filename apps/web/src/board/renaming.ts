import type { Id } from '@talkan/board/model';
import { useSyncExternalStore } from 'react';
import { createSignal } from '../ui/signal';

/** The column that is being renamed: its menu may stand elsewhere than its name, as on a phone. */
const renamed = createSignal<Id | null>(null);

export function useRenaming(columnId: Id): readonly [boolean, (renaming: boolean) => void] {
  const current = useSyncExternalStore(renamed.subscribe, renamed.get);
  return [current === columnId, (renaming) => renamed.set(renaming ? columnId : null)];
}

export function startRenaming(columnId: Id): void {
  renamed.set(columnId);
}
