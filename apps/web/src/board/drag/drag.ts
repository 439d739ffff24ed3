import type { Board, Id } from '@talkan/board/model';
import { plural, t } from '@talkan/words/words';
import type { BoardStore } from '../../sync/board-state';
import { refusalOf } from '../failures';
import { followSpot, moveAll, placesIn, sayPlace, spotOf, stepTo, type Held, type Spot, type StepKey } from '../spot';
import { canEdit } from '../use-can-edit';

/** Cards in somebody's hand. All lanes draw themselves by this one value. */
export interface Drag extends Held {
  readonly by: 'pointer' | 'keyboard';
  /** The column of the card that was taken hold of. It stays in there until it is dropped. */
  readonly from: Id;
  /** Where it would go. */
  readonly spot: Spot;
  /** Of the card, in px: the gap that it opens. */
  readonly height: number;
}

export interface DragModel {
  readonly get: () => Drag | null;
  /** The drag for a lane that it touches: it comes from there or would go there. It keeps its identity while nothing changes for that lane. */
  readonly inLane: (columnId: Id) => Drag | null;
  readonly subscribe: (listener: () => void) => () => void;
  /**
   * Whether the card was taken up, and with it all that are chosen if it is: not while another one is, nor by somebody who may not change
   * the board.
   */
  pickUp(card: { id: Id; height: number }, by: Drag['by']): boolean;
  /** Where it would go now; `null`: nowhere, it would stay where it is. */
  hover(spot: Spot | null): void;
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
  /** Says it to the eye, too: the hand is empty all at once. Left out: only announces it. */
  readonly warn?: (message: string) => void;
  /** The cards that are chosen, in the order of the board. */
  readonly chosen?: (board: Board) => readonly Id[];
  /** Whether a column takes cards at its end only. */
  readonly isShut?: (columnId: Id) => boolean;
}

/** Nowhere on the board. */
const NOWHERE: Spot = { columnId: '', index: 0 };

/** The drag as a value, whoever leads it: pointer, finger or keys. */
export function createDragModel({ store, announce, warn = announce, chosen, isShut }: DragModelOptions): DragModel {
  const listeners = new Set<() => void>();
  let drag: Drag | null = null;
  /** The same, for lanes that what is held lies in while it would go elsewhere; and those lanes. */
  let away: Drag | null = null;
  let homes: ReadonlySet<Id> = new Set();
  /** As it was when the drag was last looked at. None without a drag: whoever keeps this model for a while would keep a board of long ago. */
  let board: Board | null = null;
  const seen = () => board ?? store.getState().board;

  function tell(): void {
    for (const listener of listeners) listener();
  }

  function set(next: Drag | null): void {
    if (isSame(drag, next)) return;
    if (!next || next.ids !== drag?.ids || next.from !== drag.from) {
      away = next && { ...next, spot: NOWHERE };
      homes = new Set(next?.ids.map((id) => seen().card(id)?.columnId ?? ''));
    }
    drag = next;
    if (!drag) board = null;
    tell();
  }

  const nameOf = ({ cardId, ids }: Held) =>
    ids.length > 1
      ? plural(ids.length, { one: '# card', other: '# cards' })
      : `${seen().key}-${seen().card(cardId)?.number ?? ''}`;

  function within({ columnId, index }: Spot, { cardId }: Held): Spot {
    if (!isShut?.(columnId)) return { columnId, index };
    return { columnId, index: placesIn(seen(), columnId, cardId) - 1 };
  }

  function follow(): void {
    const before = board;
    if (!drag || !before) return;
    board = store.getState().board;
    if (!canEdit(store.getState())) {
      set(null);
      return warn(t`You may not change this board any more.`);
    }
    if (before === board) return;
    const held = stillHeld(board, drag);
    const card = held && board.card(held.cardId);
    const spot = held && followSpot(before, board, { ...drag, next: held.cardId });
    if (!held || !card || !spot) {
      set(null);
      return warn(t`The card that you were moving is no longer on the board.`);
    }
    const isLess = held.ids.length < drag.ids.length;
    // A pointer that goes on says where that is.
    const isElsewhere = drag.by === 'keyboard' && spot.columnId !== drag.spot.columnId;
    set({ ...drag, ...held, from: card.columnId, spot: within(spot, held) });
    if (isElsewhere) announce(`${sayPlace(board, held, spot)}.`);
    if (isLess) announce(t`You are still moving ${nameOf(held)}: the rest has left the board.`);
  }

  return {
    get: () => drag,
    inLane(columnId) {
      if (drag?.spot.columnId === columnId) return drag;
      return homes.has(columnId) ? away : null;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    pickUp({ id, height }, by) {
      const now = store.getState().board;
      const spot = spotOf(now, id);
      if (drag || !spot || !canEdit(store.getState())) return false;
      board = now;
      const all = chosen?.(now) ?? [];
      const taken: Drag = { cardId: id, ids: all.includes(id) ? all : [id], by, from: spot.columnId, spot, height };
      set(taken);
      const how = by === 'keyboard' ? ` ${t`Arrow keys move, Space drops, Escape puts back.`}` : '';
      announce(`${t`Picked up ${nameOf(taken)}.`} ${sayPlace(now, taken, spot)}.${how}`);
      return true;
    },
    hover(spot) {
      const place = drag && (spot ?? spotOf(seen(), drag.cardId));
      if (drag && place) set({ ...drag, spot: within(place, drag) });
    },
    step(key) {
      if (!drag) return;
      const next = { ...drag, spot: within(stepTo(seen(), drag, key), drag) };
      if (!isSame(drag, next)) announce(`${sayPlace(seen(), next, next.spot)}.`);
      set(next);
    },
    drop() {
      const dropped = drag;
      if (!dropped) return null;
      const from = seen();
      const operations = isHome(from, dropped) ? [] : moveAll(from, dropped, dropped.spot);
      const name = nameOf(dropped);
      const place = sayPlace(from, dropped, dropped.spot);
      // The gap closes and the cards appear there in one step of the screen.
      drag = away = board = null;
      homes = new Set();
      if (operations.length === 0) announce(dropped.ids.length > 1 ? t`${name} stay.` : t`${name} stays.`);
      else {
        const changeId = store.commit(operations);
        const refusal = refusalOf(store.getState(), changeId);
        announce(refusal ? t`Not moved: ${refusal.message}` : `${t`Dropped ${name}.`} ${place}.`);
      }
      tell();
      return dropped;
    },
    putBack() {
      if (!drag) return;
      announce(t`Put back ${nameOf(drag)}.`);
      set(null);
    },
    watch: () => store.subscribe(follow),
  };
}

/** What of it is on the board; the nearest takes the place of the card that was taken hold of. */
function stillHeld(board: Board, { cardId, ids }: Held): Held | null {
  const left = ids.every((id) => board.card(id)) ? ids : ids.filter((id) => board.card(id));
  const next = left.includes(cardId) ? cardId : (left[ids.indexOf(cardId)] ?? left.at(-1));
  return next === undefined ? null : { cardId: next, ids: left };
}

function isHome(board: Board, { cardId, spot }: Drag): boolean {
  const home = spotOf(board, cardId);
  return home?.columnId === spot.columnId && home.index === spot.index;
}

function isSame(one: Drag | null, other: Drag | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.cardId === other.cardId &&
    one.ids === other.ids &&
    one.by === other.by &&
    one.from === other.from &&
    one.spot.columnId === other.spot.columnId &&
    one.spot.index === other.spot.index
  );
}
