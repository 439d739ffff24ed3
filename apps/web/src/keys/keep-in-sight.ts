import { cardOfLink } from '../board/keyboard-nav';
import { boardPage } from '../board/the-page';
import type { KeepFocusOptions } from './keep-focus';

/**
 * Whoever works by keys sees where they are: a card with the focus that a change pushes out of its lane, by whomever, is scrolled back to, also
 * where the focus was in a choice meanwhile. Returns the way to stop.
 */
export function keepInSight({ store, lanes }: KeepFocusOptions): () => void {
  const stop = new AbortController();
  const { signal } = stop;

  /** The card with the focus, where that is shown, and its lane. */
  const current = () => {
    const { activeElement } = document;
    const card = activeElement?.matches(':focus-visible') ? cardOfLink(activeElement) : null;
    const lane = lanes.get(card?.closest<HTMLElement>('[data-lane]')?.dataset['lane'] ?? '');
    // One in the hand is somewhere else.
    return card && lane && !boardPage.get()?.drag.get() ? { card, lane } : null;
  };
  const isOutOfSight = ({ card, lane }: NonNullable<ReturnType<typeof current>>) => {
    const { top, bottom } = card.getBoundingClientRect();
    const around = lane.scroller.getBoundingClientRect();
    return top < around.top || bottom > around.bottom;
  };
  const look = () => {
    const at = current();
    const cardId = at?.card.dataset['cardId'];
    if (at && cardId !== undefined && isOutOfSight(at) && !signal.aborted) at.lane.focusCard(cardId);
  };
  const follow = () => {
    const at = current();
    // Before it is drawn anew; what was scrolled away by hand stays there, also where that happens right now.
    if (!at || isOutOfSight(at)) return;
    const { scroller } = at.lane;
    const { scrollTop } = scroller;
    requestAnimationFrame(() => requestAnimationFrame(() => scroller.scrollTop === scrollTop && look()));
  };

  document.addEventListener('focusin', () => requestAnimationFrame(look), { signal });
  const release = store.subscribe(follow);
  return () => {
    stop.abort();
    release();
  };
}
