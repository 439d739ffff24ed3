import type { Card, Id } from '@talkan/board/model';
import { createContext, use, useSyncExternalStore, type ComponentType, type RefObject } from 'react';
import { newId } from '../sync/new-id';
import { createSignal, type Signal } from '../ui/signal';

/** Where a card in somebody's hand would go: between these neighbours, as far as they are there. */
export interface DragPlace {
  readonly columnId: Id;
  readonly before: Id | null;
  readonly after: Id | null;
  /** What else is in that hand, and goes along. */
  readonly others?: readonly Id[];
}

/** A page that somebody has this board open on. */
export interface PersonHere {
  readonly clientId: Id;
  readonly userId: Id;
  readonly name: string;
  /** The card that is open there. */
  readonly cardId: Id | null;
  /** The card that is in their hand. */
  readonly draggingId: Id | null;
  readonly place: DragPlace | null;
}

/** What this page does, as others may know it. */
export type Doing = Pick<PersonHere, 'cardId' | 'draggingId' | 'place'>;

/** Where a card would go that somebody else has in hand, as a place on this screen's board. */
export interface Slot {
  readonly clientId: Id;
  readonly userId: Id;
  readonly name: string;
  readonly cardId: Id;
  readonly columnId: Id;
  /** How many of the column's cards come before it. */
  readonly at: number;
  /** The card itself lies there still. */
  readonly home: boolean;
  /** There are other cards in the same hand. */
  readonly isStack: boolean;
}

/** The slots in one lane, from top to bottom. */
export interface LaneSlots {
  readonly slots: readonly Slot[];
  /** Whether they have only just become these: what they push aside is on its way. */
  readonly gliding: boolean;
}

/** A slot, or its card, that is drawn in a lane: its row there, in px from the top of the list. */
export interface DrawnSlot {
  readonly slot: Slot;
  readonly start: number;
  readonly size: number;
}

/** What is drawn of the others. It comes with the live feed, after the board's first paint. */
export interface PresenceParts {
  readonly PeopleBar: ComponentType;
  readonly PeopleAtCard: ComponentType<{ cardId: Id }>;
  readonly CardMover: ComponentType<{ mover: PersonHere; card: Card }>;
  readonly SlotFace: ComponentType<{ slot: Slot }>;
  readonly Lifted: ComponentType<{ drawn: readonly DrawnSlot[]; scroller: RefObject<HTMLElement | null> }>;
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
  /** By column; none for a lane where nothing is held. */
  readonly slots: Signal<ReadonlyMap<Id, LaneSlots>>;
  readonly parts: Signal<PresenceParts | null>;
}

export function createSigns(userId: Id): Signs {
  return {
    clientId: newId(),
    userId,
    up: createSignal(false),
    people: createSignal<readonly PersonHere[]>([]),
    doing: createSignal<Doing>({ cardId: null, draggingId: null, place: null }),
    slots: createSignal<ReadonlyMap<Id, LaneSlots>>(new Map()),
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
  const holds = ({ draggingId, place }: PersonHere) => draggingId === cardId || place?.others?.includes(cardId);
  return useSyncExternalStore(people.subscribe, () =>
    people.get().find((person) => person.clientId !== clientId && holds(person)),
  );
}

/** What others hold over this lane. It keeps its identity while that is the same. */
export function useSlotsIn(columnId: Id): LaneSlots | undefined {
  const { slots } = useSigns();
  return useSyncExternalStore(slots.subscribe, () => slots.get().get(columnId));
}
