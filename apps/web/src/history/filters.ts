import { ORIGINS, type Origin } from '@talkan/board/change';
import type { Id } from '@talkan/board/model';

/** Which part of a board's story is told. */
export interface Filters {
  readonly person: Id | null;
  readonly card: Id | null;
  readonly door: Origin | null;
}

export const NO_FILTERS: Filters = { person: null, card: null, door: null };

const ID = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** Reads them from the end of an address. What makes no sense there is left out. */
export function filtersIn(search: string): Filters {
  const given = new URLSearchParams(search);
  const idOf = (name: string) => {
    const id = given.get(name);
    return id !== null && ID.test(id) ? id : null;
  };
  const door = given.get('door');
  return { person: idOf('person'), card: idOf('card'), door: ORIGINS.find((origin) => origin === door) ?? null };
}

/** The end of an address; empty where the whole story is told. */
export function searchOf(filters: Filters): string {
  const given = new URLSearchParams();
  for (const name of ['person', 'card', 'door'] as const) {
    const value = filters[name];
    if (value !== null) given.set(name, value);
  }
  const search = given.toString();
  return search === '' ? '' : `?${search}`;
}

export function isFiltered({ person, card, door }: Filters): boolean {
  return person !== null || card !== null || door !== null;
}

/** As the server is asked for it. */
export function asked({ person, card, door }: Filters) {
  return {
    ...(person !== null && { actorId: person }),
    ...(card !== null && { cardId: card }),
    ...(door !== null && { origin: door }),
  };
}
