import { decideChange } from '@talkan/board/decide';
import { isCard, loadedCard, loadedKey, type DecideContext } from '@talkan/board/decide-context';
import type { Board, Card, Column, Id } from '@talkan/board/model';
import type { Operation } from '@talkan/board/operations';
import { isRefusal } from '@talkan/board/refusal';
import { reviewOperations } from '@talkan/board/review';
import type { BoardState } from '../sync/board-state';
import { decideColumns, type Staged } from './decide-ghost-columns';
import { sayArrival, sayChanges, sayLeaving, type Boards } from './ghost-words';
import type { Arrival, CardFate, Ghosts, Voice } from './ghosts';
import { keep, keepEach } from './keep-same';

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

/** All of it as one change; where that is refused as a whole, what of it can be done one after the other. */
function stage(board: Board, operations: readonly Operation[], context: DecideContext): Staged {
  const whole = decideChange(board, operations, context);
  const { board: after, patches } = isRefusal(whole) ? reviewOperations(board, operations, context) : whole;
  return { board, after, patches };
}

function decideCards(staged: Staged, moved: ReadonlySet<Id>) {
  const { board, after, patches } = staged;
  const cards = new Map<Id, CardFate>();
  const arriving: Id[] = [];
  const isElsewhere = elsewhereIn(staged);
  for (const id of new Set(patches.flatMap((patch) => (patch.entity === 'card' ? [patch.id] : [])))) {
    const before = board.card(id);
    const now = after.card(id);
    const isMoved = before && now && (before.columnId !== now.columnId || (moved.has(id) && isElsewhere(now)));
    if (now && (!before || isMoved)) arriving.push(id);
    if (!before) continue;
    if (!now || isMoved) {
      cards.set(id, { after: null, words: sayLeaving(before, now, staged) });
      continue;
    }
    const words = sayChanges(before, now, staged);
    if (words.length > 0) cards.set(id, { after: now, words });
  }
  return { cards, arriving };
}

/** Tells of a card whether it has another place in its column, among those that were in it and still would be. */
function elsewhereIn({ board, after }: Boards): (card: Card) => boolean {
  const known = new Map<Id, ReadonlySet<Id>>();
  const inLane = (columnId: Id) => {
    const common = (one: Board, other: Board) =>
      one.cardsIn(columnId).filter(({ id }) => other.card(id)?.columnId === columnId);
    const was = common(board, after);
    return new Set(common(after, board).flatMap(({ id }, place) => (was[place]?.id === id ? [] : [id])));
  };
  return ({ id, columnId }) => {
    const lane = known.get(columnId) ?? inLane(columnId);
    known.set(columnId, lane);
    return lane.has(id);
  };
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
  const stays = ({ id }: Card) => staged.after.card(id)?.columnId === columnId && !arriving.has(id);
  const arrivals: Arrival[] = [];
  let row = -1;
  for (const card of staged.after.cardsIn(columnId)) {
    const before = arriving.get(card.id);
    if (before === undefined) {
      // Nearly always the next one: those that stay have the order that they had.
      let next = row + 1;
      while (next < lane.length && lane[next]?.id !== card.id) next += 1;
      if (next < lane.length) row = next;
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
