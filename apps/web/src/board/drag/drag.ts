import type { Id } from '@talkan/board/model';
import { t } from '@talkan/words/words';
import type { BoardStore } from '../../sync/board-state';
import { followSpot, moveTo, saySpot, spotOf, stepTo, type Spot, type StepKey } from '../spot';
import { canEdit } from '../use-can-edit';

/** A card in somebody's hand. All lanes draw themselves by this one value. */
export interface Drag {
  readonly cardId: Id;
  readonly by: 'pointer' | 'keyboard';
  /** The column that the card is in, and stays in until it is dropped. */
  readonly from: Id;
  /** Where it would go. */
  readonly spot: Spot;
  /** Of the card, in px: the gap that it opens. */
  readonly height: number;
}

export interface DragModel {
  readonly get: () => Drag | null;
  readonly subscribe: (listener: () => void) => () => void;
  /** Whether the card was taken up: not while another one is, nor by somebody who may not change the board. */
  pickUp(card: { id: Id; height: number }, by: Drag['by']): boolean;
  hover(spot: Spot): void;
  step(key: StepKey): void;
  /** Commits the move, if it is one. Returns what was dropped. */
  drop(): Drag | null;
  putBack(): void;
  /** Follows the board until called again. */
  watch(): () => void;
}

export interface DragModelOptions {
  readonly store: BoardStore;
  readonly announce: (message: string) => void;
}

/** The drag as a value, whoever leads it: pointer, finger or keys. */
export function createDragModel({ store, announce }: DragModelOptions): DragModel {
  const listeners = new Set<() => void>();
  let drag: Drag | null = null;
  let board = store.getState().board;

  function set(next: Drag | null): void {
    if (isSame(drag, next)) return;
    drag = next;
    for (const listener of listeners) listener();
  }

  const nameOf = (cardId: Id) => `${board.key}-${board.card(cardId)?.number ?? ''}`;
  const say = ({ cardId, spot }: Drag) => saySpot(board, cardId, spot);

  function follow(): void {
    const before = board;
    board = store.getState().board;
    if (!drag) return;
    if (!canEdit(store.getState())) {
      set(null);
      return announce(t`You may not change this board any more.`);
    }
    if (before === board) return;
    const card = board.card(drag.cardId);
    const spot = card && followSpot(before, board, drag);
    if (card && spot) return set({ ...drag, from: card.columnId, spot });
    set(null);
    announce(t`The card that you were moving is no longer on the board.`);
  }

  return {
    get: () => drag,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pickUp({ id, height }, by) {
      board = store.getState().board;
      const spot = spotOf(board, id);
      if (drag || !spot || !canEdit(store.getState())) return false;
      const taken: Drag = { cardId: id, by, from: spot.columnId, spot, height };
      set(taken);
      const how = by === 'keyboard' ? t` Arrow keys move it, Space drops it, Escape puts it back.` : '';
      announce(`Picked up ${nameOf(id)}. ${say(taken)}.${how}`);
      return true;
    },
    hover(spot) {
      if (drag) set({ ...drag, spot });
    },
    step(key) {
      if (!drag) return;
      const next = { ...drag, spot: stepTo(board, drag, key) };
      if (!isSame(drag, next)) announce(`${say(next)}.`);
      set(next);
    },
    drop() {
      const dropped = drag;
      if (!dropped) return null;
      const operation = moveTo(board, dropped.cardId, dropped.spot);
      announce(operation ? `Dropped ${nameOf(dropped.cardId)}. ${say(dropped)}.` : t`${nameOf(dropped.cardId)} stays.`);
      // The gap closes and the card appears there in one step of the screen.
      drag = null;
      if (operation) store.commit([operation]);
      for (const listener of listeners) listener();
      return dropped;
    },
    putBack() {
      if (!drag) return;
      announce(`Put back ${nameOf(drag.cardId)}.`);
      set(null);
    },
    watch: () => store.subscribe(follow),
  };
}

function isSame(one: Drag | null, other: Drag | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.cardId === other.cardId &&
    one.by === other.by &&
    one.from === other.from &&
    one.spot.columnId === other.spot.columnId &&
    one.spot.index === other.spot.index
  );
}
