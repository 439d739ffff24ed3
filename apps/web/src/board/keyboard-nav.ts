import type { Board, Id } from '@talkan/board/model';
import { mirrored } from '../ui/mirrored';
import type { LaneHandle, LaneRegistry } from './drag/lanes';

export interface KeyboardNavOptions {
  readonly board: HTMLElement;
  readonly lanes: LaneRegistry;
  readonly read: () => Board;
  /** With Shift: chooses all up to the card that it leads to. */
  readonly extend: (to: Id, from: Id) => void;
}

/** Arrow keys, Home and End go from card to card, with Shift choosing all on the way. Enter opens one: a card is a link. Returns the way to stop. */
export function startKeyboardNav({ board, lanes, read, extend }: KeyboardNavOptions): () => void {
  const stop = new AbortController();

  function go(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!(event.target instanceof Element) || !event.target.matches('[data-card-link]')) return;
    const element = event.target.closest<HTMLElement>('[data-card-id]');
    const cardId = element?.dataset['cardId'];
    if (!element || cardId === undefined) return;
    const next = nextCard(read(), {
      cardId,
      key: mirrored(board, event.key),
      top: element.getBoundingClientRect().top,
    });
    if (next === null) return;
    event.preventDefault();
    if (!next) return;
    if (event.shiftKey) extend(next.cardId, cardId);
    lanes.get(next.columnId)?.focusCard(next.cardId);
  }

  function nextCard(model: Board, at: { cardId: Id; key: string; top: number }) {
    const card = model.card(at.cardId);
    if (!card) return null;
    const cards = model.cardsIn(card.columnId);
    const index = cards.indexOf(card);
    const within = (to: number) => {
      const id = cards[Math.max(0, Math.min(cards.length - 1, to))]?.id;
      return id === undefined ? undefined : { columnId: card.columnId, cardId: id };
    };
    switch (at.key) {
      case 'ArrowUp':
        return within(index - 1);
      case 'ArrowDown':
        return within(index + 1);
      case 'Home':
        return within(0);
      case 'End':
        return within(cards.length - 1);
      case 'ArrowLeft':
        return beside(model, { columnId: card.columnId, step: -1, top: at.top });
      case 'ArrowRight':
        return beside(model, { columnId: card.columnId, step: 1, top: at.top });
      default:
        return null;
    }
  }

  /** The card at the same height in the next column that has any. */
  function beside(model: Board, from: { columnId: Id; step: 1 | -1; top: number }) {
    const columns = model.columns();
    const start = columns.findIndex((column) => column.id === from.columnId);
    for (let at = start + from.step; at >= 0 && at < columns.length; at += from.step) {
      const columnId = columns[at]?.id ?? '';
      const cards = model.cardsIn(columnId);
      const lane = lanes.get(columnId);
      if (!lane || lane.isShut || cards.length === 0) continue;
      const cardId = cards[Math.min(cards.length - 1, rowAt(lane, from.top))]?.id;
      if (cardId !== undefined) return { columnId, cardId };
    }
    return undefined;
  }

  board.addEventListener('keydown', go, { signal: stop.signal });
  return () => stop.abort();
}

function rowAt({ scroller, indexAt }: LaneHandle, top: number): number {
  return indexAt(top - scroller.getBoundingClientRect().top + scroller.scrollTop);
}
