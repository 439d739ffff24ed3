import type { Board, Id } from '@talkan/board/model';
import { mirrored } from '../ui/mirrored';
import type { LaneHandle, LaneRegistry } from './drag/lanes';
import { laneInSight } from './lane-in-sight';

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

/** Where one stands: on a card, or in a column that has none. */
interface Stop {
  readonly columnId: Id;
  readonly cardId: Id | undefined;
}

/**
 * Arrow keys, Home and End go from card to card, with Shift choosing all on the way; through a column without cards by its button for the
 * first one, and from nowhere, or down from above, to where the board or the column begins. `false`: they mean something else here.
 */
export function walkCards({ key, shiftKey, target }: KeyboardEvent, walk: Walk): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const element = cardOfLink(target);
  const cardId = element?.dataset['cardId'];
  const next =
    element && cardId !== undefined
      ? nextCard({ cardId, key: mirrored(element, key), top: element.getBoundingClientRect().top }, walk)
      : nextStop(target, mirrored(target, key), walk);
  if (next?.cardId !== undefined && cardId !== undefined && shiftKey) walk.extend?.(next.cardId, cardId);
  if (next) goTo(next, walk);
  return next !== null;
}

function goTo({ columnId, cardId }: Stop, { lanes }: Walk): void {
  const lane = lanes.get(columnId);
  if (cardId !== undefined) lane?.focusCard(cardId);
  else if (lane) firstAdd(lane)?.focus();
}

/** What adds the first card to a column without any. */
function firstAdd({ scroller }: LaneHandle): HTMLElement | null | undefined {
  return scroller.parentElement?.querySelector<HTMLElement>('[data-first-add]');
}

/** It is not collapsed, and has a card, or can get its first one. */
function canStandIn(columnId: Id, { lanes, board }: Walk): boolean {
  const lane = lanes.get(columnId);
  return lane !== undefined && !lane.unfold && (board.cardsIn(columnId).length > 0 || Boolean(firstAdd(lane)));
}

/** From what is no card. */
function nextStop(target: HTMLElement, key: string, walk: Walk): Stop | null | undefined {
  const columnId = target.closest<HTMLElement>('[data-lane]')?.dataset['lane'];
  // Down from the head of a column, and from what stands above them all.
  const isAbove = key === 'ArrowDown' && target.matches('header *, [data-above] *');
  if (isAbove || target.matches('body, #board')) {
    const ids = [columnId ?? laneInSight(), ...walk.board.columns().map(({ id }) => id)];
    const id = ids.find((one) => one !== undefined && canStandIn(one, walk));
    return id === undefined ? null : { columnId: id, cardId: walk.board.cardsIn(id)[0]?.id };
  }
  const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
  if (step === undefined || columnId === undefined || !target.matches('[data-first-add]')) return null;
  return beside({ columnId, step, top: target.getBoundingClientRect().top }, walk);
}

function nextCard(at: { cardId: Id; key: string; top: number }, walk: Walk): Stop | null | undefined {
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

/** The card at the same height in the next column that has any, or that can get its first one. */
function beside(from: { columnId: Id; step: number; top: number }, { lanes, board }: Walk): Stop | undefined {
  const columns = board.columns();
  const start = columns.findIndex((column) => column.id === from.columnId);
  for (let at = start + from.step; at >= 0 && at < columns.length; at += from.step) {
    const columnId = columns[at]?.id ?? '';
    const cards = board.cardsIn(columnId);
    const lane = lanes.get(columnId);
    if (!lane || !canStandIn(columnId, { lanes, board })) continue;
    return { columnId, cardId: cards[Math.min(cards.length - 1, rowAt(lane, from.top))]?.id };
  }
  return undefined;
}

function rowAt({ scroller, indexAt }: LaneHandle, top: number): number {
  return indexAt(top - scroller.getBoundingClientRect().top + scroller.scrollTop);
}
