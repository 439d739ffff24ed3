import type { Id } from '@talkan/board/model';
import type { PersonHere } from './signs';

/** One of the others, however many pages they have open. */
export interface Other {
  readonly userId: Id;
  readonly name: string;
  /** The cards that are open on their pages. */
  readonly cardIds: readonly Id[];
}

/** Everybody else, in an order that does not change with what they do. */
export function othersOf(people: readonly PersonHere[], userId: Id): readonly Other[] {
  const others = new Map<Id, Other>();
  for (const { userId: id, name, cardId } of people) {
    if (id === userId) continue;
    const cardIds = others.get(id)?.cardIds ?? [];
    others.set(id, { userId: id, name, cardIds: cardId === null ? cardIds : [...cardIds, cardId] });
  }
  return [...others.values()].toSorted((one, other) => (one.userId < other.userId ? -1 : 1));
}
