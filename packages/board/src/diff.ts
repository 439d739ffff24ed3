import type { Board, Id } from './model.js';
import type { Operation } from './operations.js';
import { longestIncreasing } from './longest-increasing.js';
import { fingerprint } from './text.js';

/** What a board says, without numbers, ranks and dates: columns and cards in order. */
export interface BoardContent {
  readonly columns: readonly ColumnContent[];
}
export interface ColumnContent {
  readonly id: Id;
  readonly title: string;
  readonly cards: readonly CardContent[];
}
export interface CardContent {
  readonly id: Id;
  readonly title: string;
  readonly details: string;
}

/** Ids that are on neither side but in the archive: where `to` has them they are restored, not created. */
export interface ArchivedIds {
  readonly cards: ReadonlySet<Id>;
  readonly columns: ReadonlySet<Id>;
}

const NOTHING_ARCHIVED: ArchivedIds = { cards: new Set(), columns: new Set() };

export function contentOf(board: Board): BoardContent {
  return {
    columns: board.columns().map(({ id, title }) => ({
      id,
      title,
      cards: board.cardsIn(id).map((card) => ({ id: card.id, title: card.title, details: card.details })),
    })),
  };
}

/**
 * The operations that lead from one content to the other, with as few moves as will do. Edits carry the fingerprint of `from`'s
 * text, so that on another board than `from` they conflict where that text is another one by now; everything else merges.
 */
export function diff(from: BoardContent, to: BoardContent, archived: ArchivedIds = NOTHING_ARCHIVED): Operation[] {
  const kept = new Set(to.columns.flatMap((column) => column.cards.map((card) => card.id)));
  const keptColumns = new Set(to.columns.map((column) => column.id));
  const gone = from.columns.flatMap((column) => column.cards.filter((card) => !kept.has(card.id)));
  const columnsGone = from.columns.filter((column) => !keptColumns.has(column.id));
  const isEmptied = (column: ColumnContent) => column.cards.every((card) => !kept.has(card.id));
  const archive = (column: ColumnContent): Operation => ({ type: 'column.archive', columnId: column.id });
  // What goes makes room before anything comes; a column whose cards live on elsewhere goes last.
  return [
    ...gone.map((card): Operation => ({ type: 'card.archive', cardId: card.id })),
    ...columnsGone.filter(isEmptied).map(archive),
    ...diffColumns(from, to, archived.columns),
    ...diffCards(from, to, archived.cards),
    ...columnsGone.filter((column) => !isEmptied(column)).map(archive),
  ];
}

function diffColumns(from: BoardContent, to: BoardContent, archived: ReadonlySet<Id>): Operation[] {
  const before = new Map(from.columns.map((column, index) => [column.id, { column, index }]));
  const staying = stayingIn(to.columns, (id) => before.get(id)?.index);
  const places = placesOf(to.columns, staying);
  return to.columns.flatMap(({ id: columnId, title }, index): Operation[] => {
    const place = places[index];
    const old = before.get(columnId)?.column;
    const rename: Operation = { type: 'column.rename', columnId, title };
    if (old) {
      const move: Operation[] = staying.has(columnId) ? [] : [{ type: 'column.move', columnId, ...place }];
      return old.title === title ? move : [...move, rename];
    }
    if (!archived.has(columnId)) return [{ type: 'column.create', columnId, title, ...place }];
    return [{ type: 'column.restore', columnId }, { type: 'column.move', columnId, ...place }, rename];
  });
}

interface OldCard {
  readonly card: CardContent;
  readonly columnId: Id;
  readonly index: number;
}

function diffCards(from: BoardContent, to: BoardContent, archived: ReadonlySet<Id>): Operation[] {
  const before = new Map<Id, OldCard>();
  for (const column of from.columns) {
    for (const [index, card] of column.cards.entries()) before.set(card.id, { card, columnId: column.id, index });
  }
  return to.columns.flatMap(({ id: columnId, cards }) => {
    const staying = stayingIn(cards, (id) => {
      const old = before.get(id);
      return old?.columnId === columnId ? old.index : undefined;
    });
    const places = placesOf(cards, staying);
    return cards.flatMap((card, index): Operation[] => {
      const place = places[index];
      const { id: cardId, title, details } = card;
      const move: Operation = { type: 'card.move', cardId, columnId, ...place };
      const old = before.get(cardId)?.card;
      if (old) return [...(staying.has(cardId) ? [] : [move]), ...editsOf(old, card)];
      if (!archived.has(cardId)) return [{ type: 'card.create', cardId, columnId, title, details, ...place }];
      return [{ type: 'card.restore', cardId }, move, { type: 'card.edit', cardId, title, details }];
    });
  });
}

function editsOf(old: CardContent, card: CardContent): Operation[] {
  const edit = (was: string, to: string) => ({ to, was: fingerprint(was) });
  const title = old.title === card.title ? {} : { title: edit(old.title, card.title) };
  const details = old.details === card.details ? {} : { details: edit(old.details, card.details) };
  const fields = { ...title, ...details };
  return Object.keys(fields).length === 0 ? [] : [{ type: 'card.edit', cardId: card.id, ...fields }];
}

/** The largest set of items that can keep their places while the others move around them. */
function stayingIn(items: readonly { readonly id: Id }[], oldIndex: (id: Id) => number | undefined): ReadonlySet<Id> {
  const known = items.flatMap(({ id }) => {
    const index = oldIndex(id);
    return index === undefined ? [] : [{ id, index }];
  });
  const kept = longestIncreasing(known.map((item) => item.index));
  return new Set(kept.flatMap((position) => known[position]?.id ?? []));
}

/** Each item's place: between the one to its left, which stands right by then, and the next one that does not move. */
function placesOf(items: readonly { readonly id: Id }[], staying: ReadonlySet<Id>): { before?: Id; after?: Id }[] {
  let before: { before?: Id } = {};
  const places = items.toReversed().map(({ id }, index) => {
    const left = items[items.length - index - 2];
    const place = { ...before, ...(left && { after: left.id }) };
    if (staying.has(id)) before = { before: id };
    return place;
  });
  return places.toReversed();
}
