import type { Board, Card } from '../model.js';

/** What a person sees of a board: all of it but numbers, ranks and times. */
export function shownOn(board: Board): unknown {
  const { key, title, description, hue, limits } = board;
  return {
    head: { key, title, description, hue, limits, isArchived: board.archivedAt !== null },
    labels: board.labels().map(({ id, name, hue: labelHue }) => ({ id, name, hue: labelHue })),
    columns: board.columns().map(({ id, title: name, hue: columnHue, limit, done }) => {
      return { id, name, columnHue, limit, done, cards: board.cardsIn(id).map((card) => shownCard(board, card)) };
    }),
  };
}

function shownCard(board: Board, card: Card): unknown {
  const { id, title, details, assigneeIds, startAt, dueAt, priority, estimate, checklists, links, commentCount } = card;
  const attachments = card.attachments.map(({ name }) => name);
  const labels = board.labelsOf(card).map(({ name }) => name);
  // A link whose other card is archived is there, and not shown.
  const shownLinks = links.filter(({ cardId }) => board.card(cardId) !== undefined);
  return {
    ids: { id, labels, assigneeIds },
    texts: { title, details, checklists },
    values: { startAt, dueAt, priority, estimate, commentCount },
    others: { links: shownLinks, attachments },
  };
}
