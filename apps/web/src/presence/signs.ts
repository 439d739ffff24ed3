import type { Id } from '@talkan/board/model';
import { createContext, use, useSyncExternalStore, type ComponentType } from 'react';
import { newId } from '../sync/new-id';
import { createSignal, type Signal } from '../ui/signal';

/** A page that somebody has this board open on. */
export interface PersonHere {
  readonly clientId: Id;
  readonly userId: Id;
  readonly name: string;
  /** The card that is open there. */
  readonly cardId: Id | null;
  /** The card that is in their hand. */
  readonly draggingId: Id | null;
}

/** What this page does, as others may know it. */
export interface Doing {
  readonly cardId: Id | null;
  readonly draggingId: Id | null;
}

/** What is drawn of the others. It comes with the live feed, after the board's first paint. */
export interface PresenceParts {
  readonly PeopleBar: ComponentType;
  readonly PeopleAtCard: ComponentType<{ cardId: Id }>;
  readonly CardMover: ComponentType<{ mover: PersonHere; number: string }>;
}

/** What the pages on one board tell each other outside of its log. */
export interface Signs {
  /** This page, among all that the server knows of. */
  readonly clientId: Id;
  readonly userId: Id;
  /** Whether changes arrive by themselves. */
  readonly up: Signal<boolean>;
  readonly people: Signal<readonly PersonHere[]>;
  readonly doing: Signal<Doing>;
  readonly parts: Signal<PresenceParts | null>;
}

export function createSigns(userId: Id): Signs {
  return {
    clientId: newId(),
    userId,
    up: createSignal(false),
    people: createSignal<readonly PersonHere[]>([]),
    doing: createSignal<Doing>({ cardId: null, draggingId: null }),
    parts: createSignal<PresenceParts | null>(null),
  };
}

export const SignsContext = createContext<Signs | null>(null);

export function useSigns(): Signs {
  const signs = use(SignsContext);
  if (!signs) throw new Error('There is no board around this component: wrap it in BoardProvider.');
  return signs;
}

export function usePresenceParts(): PresenceParts | null {
  const { parts } = useSigns();
  return useSyncExternalStore(parts.subscribe, parts.get);
}

/** Who has this card in hand on another page. */
export function useMover(cardId: Id): PersonHere | undefined {
  const { people, clientId } = useSigns();
  return useSyncExternalStore(people.subscribe, () =>
    people.get().find((person) => person.draggingId === cardId && person.clientId !== clientId),
  );
}
