import type { Id } from './model.js';

/** What operations are composed with that no board knows. */
export interface Composing {
  /** A new id, another one each time. */
  readonly newId: () => Id;
  /** The members of the board: whoever has left it is assigned to nothing new. Left out: everybody is taken for one. */
  readonly people?: ReadonlySet<Id> | undefined;
}

export function membersOnly(ids: readonly Id[], { people }: Composing): readonly Id[] {
  return people ? ids.filter((id) => people.has(id)) : ids;
}
