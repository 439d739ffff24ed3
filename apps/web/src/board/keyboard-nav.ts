import type { Board, Id } from '@talkan/board/model';
import { mirrored } from '../ui/mirrored';
import type { LaneHandle, LaneRegistry } from './drag/lanes';

interface Walk {
  readonly lanes: LaneRegistry;
  readonly board: Board;
  /** With Shift: chooses all up to the card that it leads to, where cards can be chosen. */
  readonly extend?: (to: Id, from: Id) => void;
}

/** The card whose link this is. */
export function cardOfLink(target: EventTarget | null): HTMLElement | null {
  if (!(target instanceof Element) || !target.matches('[data-card-link]')) return null;
  return target.closest<HTMLElement>('[data-card-id]');
}

/** Arrow keys, Home and End go from card to card, with Shift choosing all on the way. `false`: there is none to go from. */
export function walkCards({ key, shiftKey, target }: KeyboardEvent, walk: Walk): boolean {
  const element = cardOfLink(target);
  const cardId = element?.dataset['cardId'];
  if (!element || cardId === undefined) return false;
  const next = nextCard({ cardId, key: mirrored(element, key), top: element.getBoundingClientRect().top }, walk);
  if (next && shiftKey) walk.extend?.(next.cardId, cardId);
  if (next) walk.lanes.get(next.columnId)?.focusCard(next.cardId);
  return next !== null;
}

function nextCard(at: { cardId: Id; key: string; top: number }, walk: Walk) {
  const { board } = walk;
  const card = board.card(at.cardId);
  if (!card) return null;
  const cards = board.cardsIn(card.columnId);
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
      return beside({ columnId: card.columnId, step: -1, top: at.top }, walk);
    case 'ArrowRight':
      return beside({ columnId: card.columnId, step: 1, top: at.top }, walk);
    default:
      return null;
  }
}

/** The card at the same height in the next column that has any. */
function beside(from: { columnId: Id; step: 1 | -1; top: number }, { lanes, board }: Walk) {
  const columns = board.columns();
  const start = columns.findIndex((column) => column.id === from.columnId);
  for (let at = start + from.step; at >= 0 && at < columns.length; at += from.step) {
    const columnId = columns[at]?.id ?? '';
    const cards = board.cardsIn(columnId);
    const lane = lanes.get(columnId);
    if (!lane || lane.isShut || cards.length === 0) continue;
    const cardId = cards[Math.min(cards.length - 1, rowAt(lane, from.top))]?.id;
    if (cardId !== undefined) return { columnId, cardId };
  }
  return undefined;
}

function rowAt({ scroller, indexAt }: LaneHandle, top: number): number {
  return indexAt(top - scroller.getBoundingClientRect().top + scroller.scrollTop);
}
