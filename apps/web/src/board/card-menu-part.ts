import { useSyncExternalStore } from 'react';
import type { CardMenu } from './card-menu';
import { createSignal } from '../ui/signal';

interface Part {
  readonly CardMenu: typeof CardMenu;
}

/** One for all cards: a list that is scrolled draws many of them. */
const part = createSignal<Part | null>(null);

/** Keeps what `useLoaded` has fetched for the cards. */
export function giveCardMenu(loaded: Part | null): void {
  if (loaded) part.set(loaded);
}

/** What draws a card's menu, once it is here. */
export function useCardMenu(): Part | null {
  return useSyncExternalStore(part.subscribe, part.get);
}
