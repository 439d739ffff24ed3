import type { Board, Card, Id } from '@talkan/board/model';
import type { OperationOf } from '@talkan/board/operations';
import { t } from '@talkan/words/words';
import type { DragPlace } from '../presence/signs';

/** A place for a card: `index` counts the column's cards without the card that is to go there. */
export interface Spot {
  readonly columnId: Id;
  readonly index: number;
}

export type StepKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight' | 'Home' | 'End';

const STEP_KEYS: readonly string[] = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

export function isStepKey(key: string): key is StepKey {
  return STEP_KEYS.includes(key);
}

/** Where a card stands now. */
export function spotOf(board: Board, cardId: Id): Spot | undefined {
  const card = board.card(cardId);
  return card && { columnId: card.columnId, index: board.cardsIn(card.columnId).indexOf(card) };
}

/** How many places a column has for a card: one more than it has other cards. */
export function placesIn(board: Board, columnId: Id, cardId: Id): number {
  const isMember = board.card(cardId)?.columnId === columnId;
  return board.cardsIn(columnId).length + (isMember ? 0 : 1);
}

/** The operation that puts a card on a spot, named by its neighbours there; `null` where it stands there already. */
export function moveTo(board: Board, cardId: Id, spot: Spot): OperationOf<'card.move'> | null {
  const from = spotOf(board, cardId);
  if (!from || !board.column(spot.columnId)) return null;
  if (from.columnId === spot.columnId && from.index === clamp(spot.index, placesIn(board, spot.columnId, cardId) - 1)) {
    return null;
  }
  const { columnId, before, after } = placeAt(board, cardId, spot);
  return {
    type: 'card.move',
    cardId,
    columnId,
    ...(before === null ? {} : { before }),
    ...(after === null ? {} : { after }),
  };
}

/** A spot by the neighbours that the card would have there, for boards that are not quite this one. */
export function placeAt(board: Board, cardId: Id, { columnId, index }: Spot): DragPlace {
  const others = othersIn(board, columnId, cardId);
  const at = clamp(index, others.length);
  return { columnId, before: others[at]?.id ?? null, after: others[at - 1]?.id ?? null };
}

/** Where a key takes a card that is being moved. It goes by the model, so rows and columns need not be on the screen. */
export function stepTo(board: Board, { cardId, spot }: { cardId: Id; spot: Spot }, key: StepKey): Spot {
  const last = (columnId: Id) => placesIn(board, columnId, cardId) - 1;
  const columns = board.columns();
  const at = columns.findIndex((column) => column.id === spot.columnId);
  const beside = (step: number): Spot => {
    const columnId = columns[at + step]?.id;
    return columnId === undefined ? spot : { columnId, index: clamp(spot.index, last(columnId)) };
  };
  switch (key) {
    case 'ArrowUp':
      return { ...spot, index: Math.max(0, spot.index - 1) };
    case 'ArrowDown':
      return { ...spot, index: Math.min(last(spot.columnId), spot.index + 1) };
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

/** The same spot after the board has changed: behind the same card where that is still there. */
export function followSpot(
  before: Board,
  after: Board,
  { cardId, spot }: { cardId: Id; spot: Spot },
): Spot | undefined {
  if (!after.column(spot.columnId)) return spotOf(after, cardId);
  const preceding = othersIn(before, spot.columnId, cardId)[spot.index - 1];
  const others = othersIn(after, spot.columnId, cardId);
  const found = preceding ? others.findIndex((card) => card.id === preceding.id) : -1;
  return { ...spot, index: found >= 0 ? found + 1 : clamp(spot.index, others.length) };
}

/** A spot in words: `Review, position 2 of 5`. */
export function saySpot(board: Board, cardId: Id, spot: Spot): string {
  const title = board.column(spot.columnId)?.title ?? '';
  return t`${title}, position ${spot.index + 1} of ${placesIn(board, spot.columnId, cardId)}`;
}

function othersIn(board: Board, columnId: Id, cardId: Id): readonly Card[] {
  const cards = board.cardsIn(columnId);
  return board.card(cardId)?.columnId === columnId ? cards.filter((card) => card.id !== cardId) : cards;
}

function clamp(index: number, most: number): number {
  return Math.max(0, Math.min(most, index));
}
