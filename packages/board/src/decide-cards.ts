import { t } from '@talkan/words/words';
import { findCard, findColumn, loadedCard, nameCard, type DecideContext } from './decide-context.js';
import { patchCard } from './decide-fields.js';
import { isStale, readDetails, readTitle, wanted } from './decide-text.js';
import { LIMITS } from './limits.js';
import { ID_PATTERN, type Board, type Card, type Id } from './model.js';
import type { OperationOf } from './operations.js';
import type { CardPatch, Patch } from './patch.js';
import { placeIn, settle, type Order } from './place.js';
import type { Ranked } from './rank.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { plainCard, wholeCard } from './rows.js';

type Decided = readonly Patch[] | Refusal;

export function createCard(board: Board, operation: OperationOf<'card.create'>, context: DecideContext): Decided {
  const id = operation.cardId;
  if (!ID_PATTERN.test(id)) return refuse('invalid', t`“${id}” cannot be a card’s id.`, [id]);
  const existing = board.card(id) ?? loadedCard(context, id);
  if (existing)
    return refuse('conflict', t`There is a card with the id “${id}” already: ${nameCard(board, existing)}.`, [id]);
  const column = findColumn(board, operation.columnId, context);
  if (isRefusal(column)) return column;
  const title = readTitle(operation.title, { what: 'card', most: LIMITS.title });
  if (isRefusal(title)) return title;
  const details = readDetails(operation.details ?? '');
  if (isRefusal(details)) return details;

  const number = board.lastNumber + 1;
  const { rank = '', others } = placeIn(cardOrder(board, column.id), operation, id);
  const row = { id, number, columnId: column.id, rank, title, details };
  const card = plainCard(wholeCard({ ...row, createdAt: context.now, createdBy: context.actorId }));
  return [
    { entity: 'board', id: board.id, before: { lastNumber: board.lastNumber }, after: { lastNumber: number } },
    { entity: 'card', id, before: null, after: card },
    ...rerankCards(board, others),
  ];
}

export function editCard(board: Board, operation: OperationOf<'card.edit'>, context: DecideContext): Decided {
  const card = findCard(board, operation.cardId, context);
  if (isRefusal(card)) return card;
  const stale = refuseStale(board, card, operation);
  if (stale) return stale;
  const title =
    operation.title === undefined
      ? card.title
      : readTitle(wanted(operation.title), { what: 'card', most: LIMITS.title });
  if (isRefusal(title)) return title;
  const details = operation.details === undefined ? card.details : readDetails(wanted(operation.details));
  if (isRefusal(details)) return details;
  return patchCard(card, { title, details });
}

function refuseStale(board: Board, card: Card, operation: OperationOf<'card.edit'>): Refusal | undefined {
  const current: Record<string, string> = {};
  const proposed: Record<string, string> = {};
  for (const field of ['title', 'details'] as const) {
    const edit = operation[field];
    if (edit === undefined || !isStale(edit, card[field])) continue;
    current[field] = card[field];
    proposed[field] = wanted(edit);
  }
  const fields = Object.keys(current);
  if (fields.length === 0) return undefined;
  const message = sayStale(nameCard(board, card), fields);
  return { ...refuse('conflict', message, [card.id]), current, proposed };
}

function sayStale(card: string, fields: readonly string[]): string {
  if (fields.length > 1)
    return t`The title and details of ${card} changed while you were editing. Keep one of the two texts.`;
  return fields[0] === 'title'
    ? t`The title of ${card} changed while you were editing. Keep one of the two texts.`
    : t`The details of ${card} changed while you were editing. Keep one of the two texts.`;
}

export function moveCard(board: Board, operation: OperationOf<'card.move'>, context: DecideContext): Decided {
  const card = findCard(board, operation.cardId, context);
  if (isRefusal(card)) return card;
  const column = findColumn(board, operation.columnId, context);
  if (isRefusal(column)) return column;
  const { rank, others } = placeIn(cardOrder(board, column.id), operation, card.id);
  if (rank === undefined) return rerankCards(board, others);
  return [patchPlace(card, { columnId: column.id, rank }), ...rerankCards(board, others)];
}

export function archiveCard(board: Board, operation: OperationOf<'card.archive'>, context: DecideContext): Decided {
  const card = board.card(operation.cardId);
  if (card) return [leaveCard(card, context.now)];
  if (loadedCard(context, operation.cardId)) return [];
  return refuse('not_found', t`There is no card “${operation.cardId}” on this board.`, [operation.cardId]);
}

/** A restored card comes back where it was; where its column is gone, at the end of the first one. */
export function restoreCard(board: Board, operation: OperationOf<'card.restore'>, context: DecideContext): Decided {
  const id = operation.cardId;
  if (board.card(id)) return [];
  const card = loadedCard(context, id);
  if (!card) return refuse('not_found', t`There is no card “${id}” on this board.`, [id]);
  if (board.column(card.columnId)) return enterCard(board, card, card);
  const column = board.columns()[0];
  if (!column)
    return refuse('conflict', t`There is no column for ${nameCard(board, card)}. Add or restore a column first.`, [id]);
  const { rank = card.rank, others } = placeIn(cardOrder(board, column.id), {}, id);
  return [...enterCard(board, card, { columnId: column.id, rank }), ...rerankCards(board, others)];
}

/** Where a card stands. */
export type Spot = Pick<Card, 'columnId' | 'rank'>;

export function leaveCard(card: Card, now: string): CardPatch {
  return { entity: 'card', id: card.id, before: { ...plainCard(card), archivedAt: null }, after: { archivedAt: now } };
}

/** An archived card comes back at a spot of a living column, or beside it where the rank is taken. */
function enterCard(board: Board, archived: Card, spot: Spot): Patch[] {
  const ranks = settle(board.cardsIn(spot.columnId), [{ id: archived.id, rank: spot.rank }]);
  const rank = ranks.find((item) => item.id === archived.id)?.rank ?? spot.rank;
  return [patchEntry(archived, { columnId: spot.columnId, rank }), ...rerankCards(board, ranks)];
}

/** The patch that brings an archived card back onto the board: the whole row in `after`. */
export function patchEntry(archived: Card, spot: Spot): CardPatch {
  const after = { ...plainCard(archived), columnId: spot.columnId, rank: spot.rank, archivedAt: null };
  return { entity: 'card', id: archived.id, before: { archivedAt: archived.archivedAt }, after };
}

/** The patch that puts a living card somewhere else. A place is one thing: it names its column also where only the rank differs. */
export function patchPlace(card: Card, spot: Spot): CardPatch {
  const before: Spot = { columnId: card.columnId, rank: card.rank };
  const after: Spot = { columnId: spot.columnId, rank: spot.rank };
  return { entity: 'card', id: card.id, before, after };
}

/** Patches for the living cards whose rank is another one than they have. */
export function rerankCards(board: Board, ranks: readonly Ranked[]): CardPatch[] {
  return ranks.flatMap(({ id, rank }) => {
    const card = board.card(id);
    return card && card.rank !== rank ? [patchPlace(card, { columnId: card.columnId, rank })] : [];
  });
}

/** A column's cards as an order to find a place in. */
export function cardOrder(board: Board, columnId: Id): Order<Card> {
  const get = (id: Id) => {
    const card = board.card(id);
    return card?.columnId === columnId ? card : undefined;
  };
  return { items: board.cardsIn(columnId), get };
}
