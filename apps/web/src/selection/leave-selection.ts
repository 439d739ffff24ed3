import type { BoardUi } from '../board/board-ui';

/** Lets go of all that is chosen. Who had the focus on what goes with that has it on the first of the cards. */
export function leaveSelection({ selection, shown }: Pick<BoardUi, 'selection' | 'shown'>): void {
  const first = selection.inOrder(shown.getState().board)[0];
  const held = document.activeElement;
  selection.clear();
  requestAnimationFrame(() => {
    if (held?.isConnected && held !== document.body) return;
    const card =
      first !== undefined && document.querySelector(`[data-card-id="${CSS.escape(first)}"] [data-card-link]`);
    const next = card instanceof HTMLElement ? card : document.getElementById('board');
    next?.focus({ preventScroll: true });
  });
}
