import type { BoardStore } from '../../sync/board-state';
import { isStepKey } from '../spot';
import type { DragModel } from './drag';
import type { LaneRegistry } from './lanes';
import { mirrored } from '../../ui/mirrored';

export interface KeyboardDragOptions {
  readonly board: HTMLElement;
  readonly lanes: LaneRegistry;
  readonly model: DragModel;
  readonly store: BoardStore;
}

/** Moves cards by keys: Space takes up, arrows, Home and End move, Space or Enter drops, Escape puts back. Returns the way to stop. */
export function startKeyboardDrag({ board, lanes, model, store }: KeyboardDragOptions): () => void {
  const stop = new AbortController();
  const { signal } = stop;

  const isHeld = () => model.get()?.by === 'keyboard';

  function pickUp(event: KeyboardEvent): void {
    if (event.key !== ' ' || event.defaultPrevented || !(event.target instanceof Element)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || !event.target.matches('[data-card-link]')) return;
    const card = event.target.closest<HTMLElement>('[data-card-id]');
    const id = card?.dataset['cardId'];
    if (!card || id === undefined) return;
    // Space on a link would scroll the lane.
    event.preventDefault();
    if (event.repeat || !model.pickUp({ id, height: card.getBoundingClientRect().height }, 'keyboard')) return;
    document.documentElement.dataset['dragging'] = 'keyboard';
  }

  function reveal(): void {
    const drag = model.get();
    if (!drag) return;
    const lane = lanes.get(drag.spot.columnId);
    lane?.scroller.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    lane?.reveal(drag.spot.index);
  }

  function end(dropped: boolean): void {
    const cardId = model.get()?.cardId;
    if (dropped) model.drop();
    else model.putBack();
    const columnId = cardId === undefined ? undefined : store.getState().board.card(cardId)?.columnId;
    if (cardId === undefined || columnId === undefined) return;
    // Once the lanes have drawn it where it is now.
    requestAnimationFrame(() => lanes.get(columnId)?.focusCard(cardId));
  }

  function lead(event: KeyboardEvent): void {
    if (!isHeld()) return;
    const { key, repeat } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (isStepKey(key)) {
      model.step(mirrored(board, key));
      reveal();
    } else if (key === ' ' || key === 'Enter') {
      // Held down it is still the key that took the card up.
      if (!repeat) end(true);
    } else if (key === 'Escape') end(false);
    else if (key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Whoever goes on elsewhere has let go of it: there the keys mean something else. */
  function leave({ target }: Event): void {
    if (!isHeld()) return;
    const cardId = model.get()?.cardId;
    const isOwn =
      target instanceof Element && target.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'] === cardId;
    if (!isOwn) model.putBack();
  }

  /** However it ends. */
  function follow(): void {
    const { dataset } = document.documentElement;
    if (!model.get() && dataset['dragging'] === 'keyboard') delete dataset['dragging'];
  }

  // First of all listeners: while a card is in the hand, its keys mean nothing else.
  addEventListener('keydown', lead, { signal, capture: true });
  board.addEventListener('keydown', pickUp, { signal });
  addEventListener('pointerdown', () => isHeld() && model.putBack(), { signal, capture: true });
  addEventListener('focusin', leave, { signal });
  const unsubscribe = model.subscribe(follow);
  return () => {
    if (isHeld()) model.putBack();
    unsubscribe();
    stop.abort();
  };
}
