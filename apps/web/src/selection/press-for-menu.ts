import { cardPressed } from './press-to-choose';

/**
 * The right button on a card, and the keyboard's key for it, open what the card's own button opens. Where the card has none that is seen, as
 * for a finger or for who only looks, the browser's menu comes as ever. Returns the way to stop.
 */
export function startAskingForMenus(board: HTMLElement): () => void {
  const stop = new AbortController();
  const { signal } = stop;

  function ask(event: MouseEvent): void {
    if (event.defaultPrevented || cardPressed(event) === null || !(event.target instanceof Element)) return;
    const button = event.target.closest('[data-card-id]')?.querySelector<HTMLElement>('[aria-haspopup="menu"]');
    if (!button?.checkVisibility()) return;
    event.preventDefault();
    if (event.buttons === 0) button.click();
    // Most systems ask when the button goes down: its release would close what opens before it.
    else addEventListener('pointerup', () => setTimeout(() => button.click()), { once: true, signal });
  }

  board.addEventListener('contextmenu', ask, { signal });
  return () => stop.abort();
}
