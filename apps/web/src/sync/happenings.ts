import type { Operation } from '@talkan/board/operations';
import { createSignal } from '../ui/signal';
import type { Settlements } from './settlements';
import type { Waiting } from './waiting';

/** Something that this person has just done on this page, by whatever way. */
export type Happening =
  | { readonly kind: 'committed'; readonly operations: readonly Operation[] }
  | { readonly kind: 'undone' | 'asked' | 'invited' };

/** The last of them, for what goes by what people do. */
export const happening = createSignal<Happening | null>(null);

/** Tells of a change that leaves for the server; of an undo once it is one. */
export async function tellOf({ changeId, operations, undoes }: Waiting, settlements: Settlements): Promise<void> {
  if (undoes === undefined) happening.set({ kind: 'committed', operations });
  else if ((await settlements.refusalOf(changeId)) === null) tellUndone();
}

export function tellUndone(): void {
  happening.set({ kind: 'undone' });
}
