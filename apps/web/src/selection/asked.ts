import type { Id } from '@talkan/board/model';
import type { CardFieldName } from '../fields/field-names';
import { createSignal } from '../ui/signal';

/** What is to be chosen for cards: where they go, or a field of theirs. */
export interface Asked {
  readonly what: 'move' | CardFieldName;
  readonly cardIds: readonly Id[];
  /** What the choice stands beside. */
  readonly anchor: () => HTMLElement | null;
}

/** What is asked now. */
export const asked = createSignal<Asked | null>(null);
