import type { Id } from '@talkan/board/model';
import type { BoardUi } from '../board/board-ui';
import { sayChosen, toggleAndSay } from './say-chosen';

/** What means something of its own when it is pressed. */
const OWN_ACTION = 'button, input, textarea, select, [popover], a:not([data-card-link])';

/**
 * Ctrl or Cmd with a click chooses a card or lets go of it, Shift with a click all up to it, and so does every press while cards are being
 * picked. The middle button still opens a card in a tab of its own. Returns the way to stop.
 */
export function startPressing(board: HTMLElement, ui: Pick<BoardUi, 'selection' | 'shown'>): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const { selection } = ui;

  function click(event: MouseEvent): void {
    const cardId = cardPressed(event);
    const toggles = event.ctrlKey || event.metaKey || selection.isPicking();
    if (cardId === null || event.altKey || !(toggles || event.shiftKey)) return;
    // The link would open a tab or a window.
    event.preventDefault();
    event.stopPropagation();
    if (!event.shiftKey) return toggleAndSay(ui, cardId);
    selection.extendTo(cardId);
    sayChosen(ui);
  }

  /** Shift would select the text from where the page was clicked last. */
  function down(event: MouseEvent): void {
    if (!event.shiftKey || event.button !== 0 || cardPressed(event) === null) return;
    event.preventDefault();
    if (event.target instanceof Element) {
      const link = event.target.closest('[data-card-id]')?.querySelector<HTMLElement>('[data-card-link]');
      link?.focus({ preventScroll: true });
    }
  }

  // Before the link hears of it.
  board.addEventListener('click', click, { signal, capture: true });
  board.addEventListener('mousedown', down, { signal });
  return () => stop.abort();
}

/** The card that was pressed on, and on nothing that means something of its own. */
export function cardPressed({ target }: Event): Id | null {
  if (!(target instanceof Element) || target.closest(OWN_ACTION)) return null;
  return target.closest<HTMLElement>('[data-card-id]')?.dataset['cardId'] ?? null;
}
