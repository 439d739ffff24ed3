import { isCard, loadedCard, loadedKey } from '@talkan/board/decide-context';
import type { Board, Card, Column, Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import type { BoardState } from '../sync/board-state';
import { decideColumns } from './decide-ghost-columns';
import { sayArrival, sayChanges, sayLeaving } from './ghost-words';
import type { Arrival, CardFate, Ghosts, Voice } from './ghosts';
import { keep, keepEach } from './keep-same';
import { stage, type Staged } from './stage-operations';

interface Proposed {
  readonly operations: readonly Operation[];
  readonly voice: Voice;
  readonly loaded: readonly (Card | Column)[];
}

type OnBoard = Pick<BoardState, 'board' | 'role' | 'beside'>;

/** What operations would do to a board, to be shown on it; `null`: nothing that shows. */
export function decideGhosts(state: OnBoard, proposed: Proposed, last: Ghosts | null): Ghosts | null {
  const { board, role, beside } = state;
  const { operations, voice } = proposed;
  const loaded = new Map(beside.shown);
  for (const row of proposed.loaded) loaded.set(loadedKey(isCard(row) ? 'card' : 'column', row.id), row);
  const context = { actorId: '', role, now: new Date().toISOString(), loaded };
  const staged = stage(board, operations, context);
  const { after } = staged;
  const moved = new Set(operations.flatMap((one) => (one.type === 'card.move' ? [one.cardId] : [])));
  const { cards, arriving } = decideCards(staged, moved);
  const arrivals = decideArrivals(staged, {
    arriving: new Map(arriving.map((id) => [id, board.card(id) ?? loadedCard(context, id) ?? null])),
    last,
  });
  const { columns, newColumns } = decideColumns(staged);
  if (cards.size + arrivals.size + columns.size + newColumns.length === 0) return null;
  return {
    voice,
    after,
    cards: keepEach(last?.cards, cards),
    arrivals,
    columns: keepEach(last?.columns, columns),
    newColumns: keep(last?.newColumns, newColumns),
    counts: count(board, { cards, arrivals, columns }),
  };
}

function decideCards(staged: Staged, moved: ReadonlySet<Id>) {
  const { board, after, patches } = staged;
  const cards = new Map<Id, CardFate>();
  const arriving: Id[] = [];
  for (const id of new Set(patches.flatMap((patch) => (patch.entity === 'card' ? [patch.id] : [])))) {
    const before = board.card(id);
    const now = after.card(id);
    const isMoved = before && now && (before.columnId !== now.columnId || (moved.has(id) && isElsewhere(staged, now)));
    if (now && (!before || isMoved)) arriving.push(id);
    if (!before) continue;
    if (!now || isMoved) {
      cards.set(id, { after: null, words: sayLeaving(before, now?.columnId ?? null, staged) });
      continue;
    }
    const words = sayChanges(before, now, staged);
    if (words.length > 0) cards.set(id, { after: now, words });
  }
  return { cards, arriving };
}

/** Whether a card has another place in its column, among those that were in it and still would be. */
function isElsewhere({ board, after }: Staged, { id, columnId }: Card): boolean {
  const placeIn = (one: Board, other: Board) =>
    one
      .cardsIn(columnId)
      .filter((card) => other.card(card.id)?.columnId === columnId)
      .findIndex((card) => card.id === id);
  return placeIn(board, after) !== placeIn(after, board);
}

interface Arriving {
  /** By card, each as it is now. */
  readonly arriving: ReadonlyMap<Id, Card | null>;
  readonly last: Ghosts | null;
}

function decideArrivals(staged: Staged, { arriving, last }: Arriving): ReadonlyMap<Id, readonly Arrival[]> {
  const arrivals = new Map<Id, readonly Arrival[]>();
  for (const columnId of new Set([...arriving.keys()].map((id) => staged.after.card(id)?.columnId ?? ''))) {
    const before = last?.arrivals.get(columnId) ?? [];
    const known = new Map(before.map((arrival) => [arrival.card.id, arrival]));
    const now = arrivalsIn(columnId, staged, arriving).map((arrival) => keep(known.get(arrival.card.id), arrival));
    const isSame = now.length === before.length && now.every((arrival, index) => arrival === before[index]);
    arrivals.set(columnId, isSame ? before : now);
  }
  return arrivals;
}

function arrivalsIn(columnId: Id, staged: Staged, arriving: ReadonlyMap<Id, Card | null>): readonly Arrival[] {
  const lane = staged.board.cardsIn(columnId);
  const rows = new Map(lane.map(({ id }, row) => [id, row]));
  const stays = ({ id }: Card) => staged.after.card(id)?.columnId === columnId && !arriving.has(id);
  const arrivals: Arrival[] = [];
  let row = -1;
  for (const card of staged.after.cardsIn(columnId)) {
    const before = arriving.get(card.id);
    if (before === undefined) {
      row = rows.get(card.id) ?? row;
      continue;
    }
    // Behind those that leave from where it would be, too, as far as they stand above that.
    for (let next = lane[row + 1]; next && !stays(next) && next.rank <= card.rank; next = lane[row + 1]) row += 1;
    const behind = lane[row]?.id ?? null;
    arrivals.push({ card, isNew: before === null, behind, words: sayArrival(before, card, staged) });
  }
  return arrivals;
}

function count(board: Board, { cards, arrivals, columns }: Pick<Ghosts, 'cards' | 'arrivals' | 'columns'>) {
  const counts = new Map<Id, number>();
  const add = (columnId: Id, more: number) => counts.set(columnId, (counts.get(columnId) ?? 0) + more);
  for (const id of columns.keys()) add(id, 1);
  for (const id of cards.keys()) add(board.card(id)?.columnId ?? '', 1);
  for (const [columnId, list] of arrivals) {
    // One that moves within its column is counted already.
    add(columnId, list.filter(({ card }) => board.card(card.id)?.columnId !== columnId).length);
  }
  return counts;
}
