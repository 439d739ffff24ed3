import { t } from '@talkan/words/words';
import { patchEntry, patchPlace, rerankCards } from './decide-cards.js';
import { patchColumnEntry, rerankColumns } from './decide-columns.js';
import { findColumn, loadedCard, loadedColumn, nameCard } from './decide-context.js';
import type { Board, Card, Column, Id } from './model.js';
import type { LoggedOperation } from './operations.js';
import type { CardPatch, ColumnPatch, Patch } from './patch.js';
import { settle } from './place.js';
import type { Ranked } from './rank.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';
import { refuseArchived, whoChanged, type UndoContext } from './undo-context.js';
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
  change: { readonly cards: readonly CardPatch[]; readonly operations: readonly LoggedOperation[] },
  context: UndoContext,
): readonly Patch[] | Refusal {
  const named = new Set(change.operations.flatMap((operation) => ('cardId' in operation ? [operation.cardId] : [])));
  // An undo names nothing: whatever it moved is taken for meant.
  const isNeighbour = (net: CardPatch) => named.size > 0 && !named.has(net.id) && isRankedAnew(net);
  const disturbed = disturbedColumns(board, change.cards, isNeighbour);
  const homes: Homecoming[] = [];
  for (const net of change.cards) {
    if (isNeighbour(net) && disturbed.has(net.before?.columnId ?? '')) continue;
    const isMeant = named.has(net.id) || !isRankedAnew(net);
    const home = homeOf(board, { net, isMeant }, context);
    if (isRefusal(home)) return home;
    if (home) homes.push(home);
  }
  const homing = new Set(homes.map(({ card }) => card.id));
  const byColumn = Map.groupBy(homes, ({ columnId }) => columnId);
  return [...byColumn.values()].flatMap((group) => settleGroup(board, group, homing));
}

function isRankedAnew(net: CardPatch): boolean {
  return fate(net) === 'stayed' && net.before?.columnId === net.after?.columnId;
}

/**
 * The columns where a change gave neighbours new ranks and somebody put another card among them since: to give them their old
 * ranks back would put them past it.
 */
function disturbedColumns(
  board: Board,
  cards: readonly CardPatch[],
  isNeighbour: (net: CardPatch) => boolean,
): ReadonlySet<Id> {
  const touched = new Set(cards.map(({ id }) => id));
  const byColumn = Map.groupBy(cards.filter(isNeighbour), (net) => net.before?.columnId ?? '');
  const disturbed = [...byColumn].filter(([columnId, group]) => {
    const ranks = group.flatMap(({ before, after }) => [before?.rank ?? '', after?.rank ?? '']).toSorted();
    const [low = ''] = ranks;
    const high = ranks.at(-1) ?? '';
    const isMoved = ({ id, after }: CardPatch) => {
      const card = board.card(id);
      return card?.columnId === columnId && card.rank !== after?.rank;
    };
    const isAmong = ({ id, rank }: Card) => !touched.has(id) && rank >= low && rank <= high;
    return group.some(isMoved) || board.cardsIn(columnId).some(isAmong);
  });
  return new Set(disturbed.map(([columnId]) => columnId));
}

function homeOf(
  board: Board,
  moved: { readonly net: CardPatch; readonly isMeant: boolean },
  context: UndoContext,
): Homecoming | Refusal | undefined {
  const { net, isMeant } = moved;
  const { before, after } = net;
  const left = fate(net) === 'left';
  if (before?.rank === undefined || before.columnId === undefined || !(left || fate(net) === 'stayed')) {
    return undefined;
  }
  const living = board.card(net.id);
  if (left && living) return undefined;
  if (!left) {
    const problem = refuseAway(board, net, context);
    if (problem) return isMeant ? problem : undefined;
    if (before.columnId === after?.columnId && before.rank === after?.rank) return undefined;
  }
  const card = living ?? loadedCard(context, net.id);
  if (!card) return refuseArchived(board, net.id, context);
  const column = homeColumn(board, before.columnId, context);
  return isRefusal(column) ? column : { card, columnId: column.id, rank: before.rank };
}

function homeColumn(board: Board, id: Id, context: UndoContext): Column | Refusal {
  const archived = board.column(id) ? undefined : loadedColumn(context, id);
  if (!archived) return findColumn(board, id, context);
  const who = whoChanged(context, { entity: 'column', id }, ['archivedAt']);
  return refuse('conflict', t`${who} archived the column “${archived.title}” since. Restore it first.`, [id]);
}

function refuseAway(board: Board, net: CardPatch, context: UndoContext): Refusal | undefined {
  const card = board.card(net.id);
  if (!card) return refuseArchived(board, net.id, context);
  const expected = net.after?.columnId;
  if (expected === undefined || card.columnId === expected) return undefined;
  const where = board.column(card.columnId)?.title ?? t`another column`;
  const message = t`${whoChanged(context, net, ['columnId'])} moved ${nameCard(board, card)} to ${where} since.`;
  return refuse('conflict', message, [card.id]);
}

/** @param homing all cards that go back, to other columns too: none of them keeps the place that it has now */
function settleGroup(board: Board, homes: readonly Homecoming[], homing: ReadonlySet<Id>): Patch[] {
  const [first] = homes;
  if (!first) return [];
  const { columnId } = first;
  const returning = new Map(homes.map(({ card }) => [card.id, card]));
  const ranks = settle(
    board.cardsIn(columnId).filter((card) => !homing.has(card.id)),
    homes.map(({ card, rank }) => ({ id: card.id, rank })),
  );
  const back = ranks.flatMap(({ id, rank }): Patch[] => {
    const card = returning.get(id);
    if (!card || (card.archivedAt === null && card.columnId === columnId && card.rank === rank)) return [];
    return [card.archivedAt === null ? patchPlace(card, { columnId, rank }) : patchEntry(card, { columnId, rank })];
  });
  const others = ranks.filter(({ id }) => !returning.has(id));
  return [...back, ...rerankCards(board, others)];
}

/** Puts the columns that a change moved or archived back where they were, all together like the cards. */
export function undoColumnPlaces(
  board: Board,
  columns: readonly ColumnPatch[],
  context: UndoContext,
): readonly Patch[] | Refusal {
  const returning: Ranked[] = [];
  const archived: Column[] = [];
  for (const net of columns) {
    const rank = net.before?.rank;
    if (rank === undefined) continue;
    const isLiving = board.column(net.id) !== undefined;
    if (fate(net) === 'left' && !isLiving) {
      const column = loadedColumn(context, net.id);
      if (!column) return refuse('not_found', t`A column of this change was deleted since.`, [net.id]);
      archived.push(column);
      returning.push({ id: net.id, rank });
    } else if (fate(net) === 'stayed' && isLiving && rank !== net.after?.rank) returning.push({ id: net.id, rank });
  }
  if (returning.length === 0) return [];
  const ids = new Set(returning.map(({ id }) => id));
  const members = board.columns().filter((column) => !ids.has(column.id));
  const ranks = settle(members, returning);
  const rankOf = new Map(ranks.map(({ id, rank }) => [id, rank]));
  const back = archived.map((column) => patchColumnEntry(column, rankOf.get(column.id) ?? column.rank));
  return [...back, ...rerankColumns(board, ranks)];
}
