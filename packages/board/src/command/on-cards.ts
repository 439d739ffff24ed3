import { nameCard } from '../decide-context.js';
import type { Card, Id } from '../model.js';
import type { Operation } from '../operations.js';
import type { Scene } from './scene.js';

/** The cards that are there, as the clauses before have left them. */
export function cardsOf({ board }: Scene, cards: readonly Id[] | undefined): readonly Card[] {
  return (cards ?? []).flatMap((id) => board.card(id) ?? []);
}

/** The same for each card. */
export function onEach(cards: readonly Id[] | undefined, make: (cardId: Id) => Operation): readonly Operation[] {
  return (cards ?? []).map(make);
}

/** For those cards that have something of it; where none has it says so. */
export function onThoseWith(
  cards: readonly Card[],
  has: (card: Card) => boolean,
  otherwise: { readonly make: (card: Card) => readonly Operation[]; readonly none: string },
): readonly Operation[] | string {
  const having = cards.filter(has);
  return having.length === 0 ? otherwise.none : having.flatMap(otherwise.make);
}

/** `TK-3 “Dark mode”`; of many how many they are. */
export function nameCards({ board }: Scene, cards: readonly Card[]): string {
  const [only, ...others] = cards;
  if (!only) return 'No card';
  return others.length === 0 ? nameCard(board, only) : `${cards.length} cards`;
}
