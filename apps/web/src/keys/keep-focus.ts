import type { Board, Id } from '@talkan/board/model';
import type { LaneRegistry } from '../board/drag/lanes';
import { spotOf } from '../board/spot';
import type { BoardStore } from '../sync/board-state';

interface Place {
  readonly cardId: Id;
  readonly columnId: Id;
  readonly index: number;
}

export interface KeepFocusOptions {
  /** As it is shown. */
  readonly store: BoardStore;
  readonly lanes: LaneRegistry;
}

/**
 * Whoever works by keys never stands nowhere: when what had the focus is gone from the page, as a card that was archived, by whomever, the card
 * that was at the focus last gets it wherever it is now, else the one that took its place; what lies over the board has it to itself. Returns the
 * way to stop.
 */
export function keepFocus({ store, lanes }: KeepFocusOptions): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  let place: Place | null = null;
  let last: Element | null = document.activeElement;

  const look = ({ target }: Event) => {
    if (!(target instanceof Element)) return;
    last = target;
    const cardId = target.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'];
    if (cardId !== undefined) note(cardId);
    else if (target.closest('[data-lane]')) place = null;
  };
  const note = (cardId: Id) => {
    const spot = spotOf(store.getState().board, cardId);
    if (spot && spot.index >= 0) place = { cardId, ...spot };
  };
  const leave = () =>
    setTimeout(() => {
      // Given up by will, as by a press beside everything.
      if (isNowhere() && last?.isConnected) last = null;
      soon();
    });
  const giveBack = () => {
    if (signal.aborted || last === null || last.isConnected || !isNowhere() || !document.hasFocus()) return;
    const board = document.getElementById('board');
    if (!board) return;
    const over = board.querySelector(':scope > dialog[open]');
    if (over) return over.querySelector<HTMLElement>('[tabindex]')?.focus({ preventScroll: true });
    const near = place && nearestCard(store.getState().board, place);
    if (near) lanes.get(near.columnId)?.focusCard(near.cardId);
    if (isNowhere()) board.focus({ preventScroll: true });
  };
  // Once it is drawn, and what was closed has had time to lead back to where one was before it.
  const soon = () => requestAnimationFrame(() => requestAnimationFrame(giveBack));
  const follow = () => {
    if (place) note(place.cardId);
    soon();
  };

  document.addEventListener('focusin', look, { signal });
  document.addEventListener('focusout', leave, { signal });
  // What lay over the board is closed by its address.
  for (const kind of ['popstate', 'pushState', 'replaceState']) addEventListener(kind, soon, { signal });
  const release = store.subscribe(follow);
  return () => {
    stop.abort();
    release();
  };
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** The card itself, else what stands in its place, else what is nearest to it in another column. */
export function nearestCard(board: Board, { cardId, columnId, index }: Place): { columnId: Id; cardId: Id } | null {
  const now = spotOf(board, cardId);
  if (now && now.index >= 0) return { columnId: now.columnId, cardId };
  const columns = board.columns().map(({ id }) => id);
  const at = Math.max(0, columns.indexOf(columnId));
  const near = columns.toSorted(
    (one, other) => Math.abs(columns.indexOf(one) - at) - Math.abs(columns.indexOf(other) - at),
  );
  for (const column of near) {
    const cards = board.cardsIn(column);
    const found = cards[Math.min(index, cards.length - 1)];
    if (found) return { columnId: column, cardId: found.id };
  }
  return null;
}
