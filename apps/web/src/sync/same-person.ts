import type { Id } from '@talkan/board/model';

/** What of `auth.me` says whose page it is, and which past its numbers belong to. */
export interface Person {
  readonly user: { readonly id: Id };
  readonly era: number;
}

/** Whether a page that was opened for one of these may go on as the other's: a restored backup has another past. */
export function isSamePerson(one: Person, other: Person): boolean {
  return one.user.id === other.user.id && one.era === other.era;
}
