import { cardOrder } from '@talkan/board/decide-cards';
import type { Board, Id } from '@talkan/board/model';
import type { Patch } from '@talkan/board/patch';
import { findGap } from '@talkan/board/place';
import type { BoardStore } from '../sync/board-state';
import type { LaneSlots, PersonHere, Signs, Slot } from './signs';

/** As long as rows take to glide aside, and a little. */
const GLIDE_MS = 200;

/** The slots on this screen's board, by column: none for cards that are not on it, nor for one's own other pages. */
export function slotsOn(board: Board, people: readonly PersonHere[], userId: Id): ReadonlyMap<Id, readonly Slot[]> {
  const slots = new Map<Id, readonly Slot[]>();
  for (const person of people) {
    const slot = person.userId === userId ? undefined : slotOf(board, person);
    if (!slot) continue;
    const others = slots.get(slot.columnId) ?? [];
    slots.set(
      slot.columnId,
      [...others, slot].toSorted((one, other) => one.at - other.at),
    );
  }
  return slots;
}

function slotOf(board: Board, { clientId, userId, name, draggingId, place }: PersonHere): Slot | undefined {
  const card = draggingId === null ? undefined : board.card(draggingId);
  if (!card || !place || !board.column(place.columnId)) return undefined;
  const { columnId, others = [] } = place;
  const order = cardOrder(board, columnId);
  const gap = findGap(order, place, card.id);
  const own = card.columnId === columnId ? order.items.indexOf(card) : -1;
  const home = own >= 0 && (gap === own || gap === own + 1);
  return { clientId, userId, name, cardId: card.id, columnId, at: home ? own : gap, home, isStack: others.length > 0 };
}

interface Made {
  readonly actorId: Id;
  readonly patches: readonly Patch[];
}

/** What somebody has dropped is out of their hand, before they come to say so. */
export function letGo(people: readonly PersonHere[], change: Made): readonly PersonHere[] {
  const isDropped = ({ userId, draggingId }: PersonHere) =>
    userId === change.actorId &&
    change.patches.some(
      ({ entity, id, after }) => entity === 'card' && id === draggingId && after !== null && 'rank' in after,
    );
  if (!people.some(isDropped)) return people;
  return people.map((person) => (isDropped(person) ? { ...person, draggingId: null, place: null } : person));
}

/** Keeps the slots true to what others do and to the board. Returns the way to stop. */
export function followSlots(store: BoardStore, { people, slots, userId }: Signs): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    const before = slots.get();
    const now = slotsOn(store.getState().board, people.get(), userId);
    const next = new Map<Id, LaneSlots>();
    for (const columnId of new Set([...before.keys(), ...now.keys()])) {
      const old = before.get(columnId);
      const list = now.get(columnId) ?? [];
      next.set(columnId, old && isSame(old.slots, list) ? old : { slots: list, gliding: true });
    }
    if ([...next].every(([columnId, lane]) => before.get(columnId) === lane)) return;
    slots.set(next);
    clearTimeout(timer);
    timer = setTimeout(settle, GLIDE_MS);
  }

  function settle(): void {
    const resting = [...slots.get()].flatMap(([columnId, lane]): [Id, LaneSlots][] => {
      if (lane.slots.length === 0) return [];
      return [[columnId, lane.gliding ? { ...lane, gliding: false } : lane]];
    });
    slots.set(new Map(resting));
  }

  const releases = [people.subscribe(look), store.subscribe(look)];
  return () => {
    for (const release of releases) release();
    clearTimeout(timer);
    slots.set(new Map());
  };
}

function isSame(one: readonly Slot[], other: readonly Slot[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
