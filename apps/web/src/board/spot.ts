import type { Board, Card, Id } from '@talkan/board/model';
import type { OperationOf } from '@talkan/board/operations';
import { t } from '@talkan/words/words';
import type { DragPlace } from '../presence/signs';
import { sayIfOver } from './limit';

/** A place for a card: `index` counts the column's cards without the card that is to go there. */
export interface Spot {
  readonly columnId: Id;
  readonly index: number;
}

/** What is moved together: a card that was taken hold of, and those that go with it. */
export interface Held {
  readonly cardId: Id;
  /** All of them, in the order in which they will stand. */
  readonly ids: readonly Id[];
}

export type StepKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

/** So many cards of one hand are told to others: as many as the server takes. */
const MOST_TOLD = 200;

const STEP_KEYS: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

export function isStepKey(key: string): key is StepKey {
  return STEP_KEYS.includes(key);
}

/** Where a card stands now. */
export function spotOf(board: Board, cardId: Id): Spot | undefined {
  const card = board.card(cardId);
  return card && { columnId: card.columnId, index: Math.max(0, board.cardsIn(card.columnId).indexOf(card)) };
}

/** How many places a column has for a card: one more than it has other cards. */
export function placesIn(board: Board, columnId: Id, cardId: Id): number {
  const isMember = board.card(cardId)?.columnId === columnId;
  return board.cardsIn(columnId).length + (isMember ? 0 : 1);
}

/** The operation that puts a card on a spot, named by its neighbours there; `null` where it stands there already. */
export function moveTo(board: Board, cardId: Id, spot: Spot): OperationOf<'card.move'> | null {
  return moveAll(board, { cardId, ids: [cardId] }, spot)[0] ?? null;
}

/** The operations that put cards on a spot, one behind the other; none where they stand like that already. */
export function moveAll(board: Board, held: Held, spot: Spot): readonly OperationOf<'card.move'>[] {
  const { columnId } = spot;
  if (!board.column(columnId)) return [];
  const { above, below } = split(board, held, spot);
  const ids = held.ids.filter((id) => board.card(id));
  const shown = board.cardsIn(columnId);
  const isWhole = above.length + ids.length + below.length === shown.length;
  if (isWhole && ids.every((id, index) => shown[above.length + index]?.id === id)) return [];
  return ids.map((cardId, index) => {
    const preceding = ids[index - 1];
    if (preceding !== undefined) return { type: 'card.move', cardId, columnId, after: preceding };
    const before = below[0]?.id;
    const behind = above.at(-1)?.id;
    return {
      type: 'card.move',
      cardId,
      columnId,
      ...(before === undefined ? {} : { before }),
      ...(behind === undefined ? {} : { after: behind }),
    };
  });
}

/** The column's other cards on both sides of a spot. */
function split(board: Board, { cardId, ids }: Held, { columnId, index }: Spot) {
  const others = othersIn(board, columnId, cardId);
  const at = clamp(index, others.length);
  // The commonest, in columns of thousands: it is none of the others.
  if (ids.length === 1) return { above: others.slice(0, at), below: others.slice(at) };
  const moved = new Set(ids);
  const stays = ({ id }: Card) => !moved.has(id);
  return { above: others.slice(0, at).filter(stays), below: others.slice(at).filter(stays) };
}

/** A spot by the neighbours that the card would have there, for boards that are not quite this one. */
export function placeAt(board: Board, { cardId, ids }: Held, { columnId, index }: Spot): DragPlace {
  const beside = othersIn(board, columnId, cardId);
  const at = clamp(index, beside.length);
  const place = { columnId, before: beside[at]?.id ?? null, after: beside[at - 1]?.id ?? null };
  if (ids.length < 2) return place;
  return { ...place, others: ids.filter((id) => id !== cardId).slice(0, MOST_TOLD) };
}

/** Where a key takes what is being moved. It goes by the model, so rows and columns need not be on the screen. */
export function stepTo(board: Board, { cardId, ids, spot }: Held & { readonly spot: Spot }, key: StepKey): Spot {
  const last = (columnId: Id) => placesIn(board, columnId, cardId) - 1;
  const columns = board.columns();
  const at = columns.findIndex((column) => column.id === spot.columnId);
  const beside = (step: number): Spot => {
    const columnId = columns[at + step]?.id;
    return columnId === undefined ? spot : { columnId, index: clamp(spot.index, last(columnId)) };
  };
  const others = () => othersIn(board, spot.columnId, cardId);
  // Past cards that go along nothing would change.
  const stays = ({ id }: Card) => !ids.includes(id);
  switch (key) {
    case 'ArrowUp': {
      const passed = others().slice(0, spot.index).findLastIndex(stays);
      return { ...spot, index: passed < 0 ? spot.index : passed };
    }
    case 'ArrowDown': {
      const passed = others().slice(spot.index).findIndex(stays);
      return { ...spot, index: passed < 0 ? spot.index : spot.index + passed + 1 };
    }
    case 'Home':
      return { ...spot, index: 0 };
    case 'End':
      return { ...spot, index: last(spot.columnId) };
    case 'ArrowLeft':
      return beside(-1);
    case 'ArrowRight':
      return beside(1);
  }
}

/**
 * The same spot after the board has changed: behind the nearest card above it that is still there.
 * @param held.next the card that is to go there now, where it is another one
 */
export function followSpot(
  before: Board,
  after: Board,
  held: { readonly cardId: Id; readonly spot: Spot; readonly next?: Id },
): Spot | undefined {
  const { cardId, spot, next = cardId } = held;
  if (!after.column(spot.columnId)) return spotOf(after, next);
  const places = new Map(othersIn(after, spot.columnId, next).map(({ id }, index) => [id, index]));
  const above = othersIn(before, spot.columnId, cardId).slice(0, spot.index);
  const preceding = above.findLast(({ id }) => places.has(id));
  return { ...spot, index: preceding ? (places.get(preceding.id) ?? 0) + 1 : 0 };
}

/** A spot in words: `Review, position 2 of 5`. */
export function saySpot(board: Board, cardId: Id, spot: Spot): string {
  return sayPlace(board, { cardId, ids: [cardId] }, spot);
}

/** The same for what is moved together: where the first of it comes to stand, and whether that is more than the column should hold. */
export function sayPlace(board: Board, held: Held, spot: Spot): string {
  const column = board.column(spot.columnId);
  const { above, below } = split(board, held, spot);
  const count = above.length + held.ids.length + below.length;
  return sayIfOver(t`${column?.title ?? ''}, position ${above.length + 1} of ${count}`, column, count);
}

function othersIn(board: Board, columnId: Id, cardId: Id): readonly Card[] {
  const cards = board.cardsIn(columnId);
  return board.card(cardId)?.columnId === columnId ? cards.filter((card) => card.id !== cardId) : cards;
}

function clamp(index: number, most: number): number {
  return Math.max(0, Math.min(most, index));
}
