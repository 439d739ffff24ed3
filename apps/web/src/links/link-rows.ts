import type { Board, Card, Id, LinkSide } from '@talkan/board/model';

/** The cards that one is linked to in one way. */
export interface LinkRow {
  readonly kind: LinkSide;
  readonly cards: readonly Card[];
}

const KINDS: readonly LinkSide[] = ['blocked_by', 'blocks', 'relates', 'duplicates', 'duplicated_by'];

/** A card's links as they are shown: by kind, without those to cards that are archived. */
export function linkRows(board: Board, card: Card): readonly LinkRow[] {
  return KINDS.flatMap((kind) => {
    const cards = card.links.flatMap((link) => (link.kind === kind ? (board.card(link.cardId) ?? []) : []));
    return cards.length === 0 ? [] : [{ kind, cards }];
  });
}

/** The cards that another one can be linked to: not itself, and none that it is linked to already. */
export function linkable(board: Board, card: Card): readonly Card[] {
  const taken = new Set<Id>([card.id, ...card.links.map(({ cardId }) => cardId)]);
  return board.columns().flatMap(({ id }) => board.cardsIn(id).filter((other) => !taken.has(other.id)));
}
