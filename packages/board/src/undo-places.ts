import { patchEntry, patchPlace, refuseCards, rerankCards } from './decide-cards.js';
import { rerankColumns } from './decide-columns.js';
import { findColumn, loadedCard, nameCard } from './decide-context.js';
import type { Board, Card, Id } from './model.js';
import type { Operation } from './operations.js';
import type { CardPatch, ColumnPatch, Patch } from './patch.js';
import { settle } from './place.js';
import type { Ranked } from './rank.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { whoChanged, type UndoContext } from './undo-context.js';
import { fate } from './undo-net.js';

interface Homecoming {
  readonly card: Card;
  readonly columnId: Id;
  readonly rank: string;
}

/**
 * Puts the cards that a change moved or archived back where they were. All that return to one column are settled together: one by
 * one, a card could find its old rank held by a neighbour that is itself about to go back.
 */
export function undoCardPlaces(
  board: Board,
  change: { readonly cards: readonly CardPatch[]; readonly operations: readonly Operation[] },
  context: UndoContext,
): readonly Patch[] | Refusal {
  const named = new Set(change.operations.flatMap((operation) => ('cardId' in operation ? [operation.cardId] : [])));
  const returning = new Map<Id, Homecoming[]>();
  for (const net of change.cards) {
    const home = homeOf(board, { net, isNamed: named.has(net.id) }, context);
    if (isRefusal(home)) return home;
    if (home) returning.set(home.columnId, [...(returning.get(home.columnId) ?? []), home]);
  }
  const archived = [...returning.values()].flat().filter(({ card }) => card.archivedAt !== null);
  const full = refuseCards(
    board,
    archived.map(({ card }) => card),
  );
  return full ?? [...returning].flatMap(([columnId, homes]) => settleColumn(board, columnId, homes));
}

function homeOf(
  board: Board,
  moved: { readonly net: CardPatch; readonly isNamed: boolean },
  context: UndoContext,
): Homecoming | Refusal | undefined {
  const { net, isNamed } = moved;
  const { before, after } = net;
  const left = fate(net) === 'left';
  if (before?.rank === undefined || before.columnId === undefined || !(left || fate(net) === 'stayed'))
    return undefined;
  const living = board.card(net.id);
  if (left && living) return undefined;
  const card = living ?? loadedCard(context, net.id);
  if (!card) return refuse('not_found', 'A card of this change was deleted since.', [net.id]);
  if (!left) {
    // A neighbour that was only ranked anew along with the move has nothing to go back to once it is elsewhere.
    const wasSubject = isNamed || before.columnId !== after?.columnId;
    const problem = refuseAway(board, { net, card, isLiving: living !== undefined }, context);
    if (problem) return wasSubject ? problem : undefined;
    if (before.columnId === after?.columnId && before.rank === after?.rank) return undefined;
  }
  const column = findColumn(board, before.columnId, context);
  return isRefusal(column) ? column : { card, columnId: column.id, rank: before.rank };
}

function refuseAway(
  board: Board,
  moved: { readonly net: CardPatch; readonly card: Card; readonly isLiving: boolean },
  context: UndoContext,
): Refusal | undefined {
  const { net, card, isLiving } = moved;
  const name = nameCard(board, card);
  if (!isLiving) {
    return refuse('conflict', `${whoChanged(context, net, ['archivedAt'])} archived ${name} since. Restore it first.`, [
      card.id,
    ]);
  }
  const expected = net.after?.columnId;
  if (expected === undefined || card.columnId === expected) return undefined;
  const where = board.column(card.columnId)?.title ?? 'another column';
  return refuse('conflict', `${whoChanged(context, net, ['columnId'])} moved ${name} to ${where} since.`, [card.id]);
}

function settleColumn(board: Board, columnId: Id, homes: readonly Homecoming[]): Patch[] {
  const returning = new Map(homes.map((home) => [home.card.id, home]));
  const members = board.cardsIn(columnId).filter((card) => !returning.has(card.id));
  const ranks = settle(
    members,
    homes.map(({ card, rank }) => ({ id: card.id, rank })),
  );
  const patches = ranks.flatMap(({ id, rank }): Patch[] => {
    const card = returning.get(id)?.card;
    if (!card) return [];
    if (card.archivedAt !== null) return [patchEntry(card, { columnId, rank })];
    return card.columnId === columnId && card.rank === rank ? [] : [patchPlace(card, { columnId, rank })];
  });
  return [
    ...patches,
    ...rerankCards(
      board,
      ranks.filter(({ id }) => !returning.has(id)),
    ),
  ];
}

/** Puts the columns that a change moved back where they were, as far as they are still on the board. */
export function undoColumnPlaces(board: Board, columns: readonly ColumnPatch[]): readonly Patch[] {
  const returning = columns.flatMap((net): Ranked[] => {
    const rank = net.before?.rank;
    const isMoved = fate(net) === 'stayed' && rank !== undefined && rank !== net.after?.rank;
    return isMoved && board.column(net.id) ? [{ id: net.id, rank }] : [];
  });
  if (returning.length === 0) return [];
  const ids = new Set(returning.map((item) => item.id));
  const members = board.columns().filter((column) => !ids.has(column.id));
  return rerankColumns(board, settle(members, returning));
}
