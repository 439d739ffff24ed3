import type { BoardUi } from '../board/board-ui';
import { leaveSelection } from './leave-selection';
import { sayChosen } from './say-chosen';

/** What has keys of its own, and what is typed in. */
const ELSEWHERE = 'dialog, [popover], input:not([type=checkbox]), textarea, select, [contenteditable]';

/** Escape lets go of all cards that are chosen, before whatever else it means on the page. Returns the way to stop. */
export function startLettingGo(board: HTMLElement, ui: Pick<BoardUi, 'selection' | 'shown' | 'drag'>): () => void {
  const stop = new AbortController();
  const { selection } = ui;

  function press(event: KeyboardEvent): void {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (key !== 'Escape' || event.defaultPrevented || event.isComposing || altKey || ctrlKey || metaKey || shiftKey)
      return;
    if (!(target instanceof Element) || target.closest(ELSEWHERE) || !isAtBoard(target) || ui.drag.get()) return;
    if (selection.get().size === 0 && !selection.isPicking()) return;
    event.preventDefault();
    event.stopPropagation();
    leaveSelection(ui);
    sayChosen(ui);
  }

  /** Nothing has the focus, or something at the board that no card lies over. */
  function isAtBoard(target: Element): boolean {
    if (board.closest('[inert]')) return false;
    return target === document.body || target.closest('#board') !== null;
  }

  addEventListener('keydown', press, { signal: stop.signal, capture: true });
  return () => stop.abort();
}
