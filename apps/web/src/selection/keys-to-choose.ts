import type { BoardUi } from '../board/board-ui';
import { leaveSelection } from './leave-selection';
import { sayChosen, toggleAndSay } from './say-chosen';

/** What has keys of its own, and what is typed in. */
const ELSEWHERE = 'dialog, [popover], input:not([type=checkbox]), textarea, select, [contenteditable]';

type Chooser = Pick<BoardUi, 'selection' | 'shown' | 'drag'>;

/**
 * X chooses the card that has the focus, Ctrl or Cmd with A all of its lane, and pressed again all that are shown; Escape lets go of all.
 * Returns the way to stop.
 */
export function startChoosingByKeys(board: HTMLElement, ui: Chooser): () => void {
  const stop = new AbortController();
  const { selection } = ui;

  function press(event: KeyboardEvent): void {
    const { target } = event;
    if (event.defaultPrevented || event.isComposing || event.altKey || event.shiftKey) return;
    if (!(target instanceof Element) || target.closest(ELSEWHERE) || !isAtBoard(target) || ui.drag.get()) return;
    const withControl = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (key === 'escape' && !withControl) leave(event);
    else if (key === 'a' && withControl) chooseAll(event, target);
    else if (key === 'x' && !withControl && !event.repeat) toggle(event, target);
  }

  function leave(event: KeyboardEvent): void {
    if (selection.get().size === 0 && !selection.isPicking()) return;
    event.preventDefault();
    event.stopPropagation();
    leaveSelection(ui);
    sayChosen(ui);
  }

  function toggle(event: KeyboardEvent, target: Element): void {
    const cardId = cardOf(target);
    if (cardId === undefined) return;
    event.preventDefault();
    toggleAndSay(ui, cardId);
  }

  function chooseAll(event: KeyboardEvent, target: Element): void {
    event.preventDefault();
    const { board: model } = ui.shown.getState();
    const idsIn = (columnId: string) => model.cardsIn(columnId).map(({ id }) => id);
    const own = target.closest<HTMLElement>('[data-lane]')?.dataset['lane'];
    const lane = own === undefined ? [] : idsIn(own);
    const isWhole = lane.length > 0 && lane.every((id) => selection.get().has(id));
    selection.choose(lane.length === 0 || isWhole ? model.columns().flatMap(({ id }) => idsIn(id)) : lane);
    sayChosen(ui);
  }

  /** Nothing has the focus, or something at the board that no card lies over. */
  function isAtBoard(target: Element): boolean {
    if (board.closest('[inert]')) return false;
    return target === document.body || target.closest('#board') !== null;
  }

  // Before whatever else Escape means on the page.
  addEventListener('keydown', press, { signal: stop.signal, capture: true });
  return () => stop.abort();
}

function cardOf(target: Element): string | undefined {
  if (!target.matches('[data-card-link]')) return undefined;
  return target.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'];
}
