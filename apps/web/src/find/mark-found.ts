import { foldText } from '@talkan/board/search-words';
import type { Id } from '@talkan/board/model';

/** As `find.module.css` calls them: what was found, and of that what one is at. */
const FOUND = 'talkan-found';
const HERE = 'talkan-found-here';

/** What is looked for on a board, and at which card one is. */
interface Marking {
  readonly board: HTMLElement;
  readonly wanted: string;
  readonly hereId: Id | undefined;
}

/**
 * Marks the words on all cards that are drawn, and those that are drawn as one scrolls; the words alone, so that nothing of a card is drawn anew.
 * Returns the way to stop.
 */
export function markFound({ board, wanted, hereId }: Marking): () => void {
  const text = foldText(wanted);
  let frame = 0;

  function mark(): void {
    const found: Range[] = [];
    const here: Range[] = [];
    for (const card of board.querySelectorAll<HTMLElement>('[data-card-id]')) {
      const isHere = card.dataset['cardId'] === hereId;
      card.toggleAttribute('data-found', isHere);
      if (text !== '') (isHere ? here : found).push(...rangesIn(card, text));
    }
    // A browser that cannot do it marks the card alone.
    if (!('highlights' in CSS)) return;
    CSS.highlights.set(FOUND, new Highlight(...found));
    CSS.highlights.set(HERE, new Highlight(...here));
  }

  const changes = new MutationObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(mark);
  });
  changes.observe(board, { childList: true, subtree: true, characterData: true });
  mark();
  return () => {
    changes.disconnect();
    cancelAnimationFrame(frame);
    for (const card of board.querySelectorAll('[data-found]')) card.removeAttribute('data-found');
    if (!('highlights' in CSS)) return;
    CSS.highlights.delete(FOUND);
    CSS.highlights.delete(HERE);
  };
}

/** Wherever the text stands in what is seen of a card. */
function rangesIn(card: HTMLElement, text: string): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT, ({ parentElement }) =>
    parentElement?.closest('.sr-only, button, textarea') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // Folded, each letter is still at its place.
    const own = foldText(node.nodeValue ?? '');
    for (let at = own.indexOf(text); at >= 0; at = own.indexOf(text, at + text.length)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      ranges.push(range);
    }
  }
  return ranges;
}
