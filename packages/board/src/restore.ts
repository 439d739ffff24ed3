import { contentOf, diff, type BoardContent, type CardContent, type ColumnContent } from './diff.js';
import { loadedKey } from './decide-context.js';
import type { NamedRow } from './decide.js';
import type { Board, Card, Column, Id } from './model.js';
import type { Operation } from './operations.js';
import { refuse, type Refusal } from './refusal.js';

type Loaded = ReadonlyMap<string, Card | Column>;

/** A board as it is, one as it was, and of what that one shows the rows that are archived now. */
export interface Restoring {
  readonly now: Board;
  readonly past: Board;
  readonly loaded: Loaded;
}

/** What a past board shows: those that are not on today's are to be loaded where they are archived. */
export function rowsOfPast(past: Board): NamedRow[] {
  return past
    .columns()
    .flatMap(({ id }): NamedRow[] => [
      { entity: 'column', id },
      ...past.cardsIn(id).map((card): NamedRow => ({ entity: 'card', id: card.id })),
    ]);
}

/** The operations that make a board what it was. What was deleted for ever since stays away. */
export function restoreBoard({ now, past, loaded }: Restoring): Operation[] {
  const rename: Operation[] = past.title === now.title ? [] : [{ type: 'board.rename', title: past.title }];
  const archived = [...loaded.values()];
  const columns = new Set(archived.filter((row) => !('columnId' in row)).map(({ id }) => id));
  const cards = new Set(archived.filter((row) => 'columnId' in row).map(({ id }) => id));
  return [...rename, ...diff(contentOf(now), reachable({ now, past, loaded }), { columns, cards })];
}

/** What can be had of a past board: its columns and cards that still are somewhere. */
function reachable({ now, past, loaded }: Restoring): BoardContent {
  const there = (card: Card) => (now.card(card.id) ?? cardIn(loaded, card.id))?.number === card.number;
  const hasColumn = ({ id }: { readonly id: Id }) =>
    (now.column(id) ?? loaded.get(loadedKey('column', id))) !== undefined;
  const kept = past.columns().filter(hasColumn);
  const homeless = past
    .columns()
    .filter((column) => !hasColumn(column))
    .flatMap(({ id }) => past.cardsIn(id))
    .filter((card) => there(card) && now.card(card.id));
  const [first] = kept;
  const homeOf = (card: Card) => kept.find(({ id }) => id === now.card(card.id)?.columnId) ?? first;
  const columns = kept.map((column): ColumnContent => {
    const cards = [...past.cardsIn(column.id).filter(there), ...homeless.filter((card) => homeOf(card) === column)];
    return { id: column.id, title: column.title, cards: cards.map(contentOfCard) };
  });
  return { columns };
}

function contentOfCard({ id, title, details }: Card): CardContent {
  return { id, title, details };
}

function cardIn(loaded: Loaded, id: Id): Card | undefined {
  const row = loaded.get(loadedKey('card', id));
  return row && 'columnId' in row ? row : undefined;
}

/**
 * The operations that make one card what it was: its texts, and its place where that column is on the board. Whoever is beside it
 * stays where they are.
 */
export function restoreCardOf({ now, past, loaded }: Restoring, cardId: Id): Operation[] | Refusal {
  const then = past.card(cardId);
  const living = now.card(cardId);
  const card = living ?? cardIn(loaded, cardId);
  if (!then) {
    return refuse('conflict', `This card was not on the board at change ${past.seq}. Choose another moment.`, [cardId]);
  }
  if (card?.number !== then.number) {
    return refuse('conflict', 'This card was deleted for ever since and cannot be brought back.', [cardId]);
  }
  const restore: Operation[] = living ? [] : [{ type: 'card.restore', cardId }];
  const title = card.title === then.title ? {} : { title: then.title };
  const details = card.details === then.details ? {} : { details: then.details };
  const texts = { ...title, ...details };
  const edit: Operation[] = Object.keys(texts).length === 0 ? [] : [{ type: 'card.edit', cardId, ...texts }];
  return [...restore, ...moveBack({ now, past, loaded }, then), ...edit];
}

function moveBack({ now, past }: Restoring, then: Card): Operation[] {
  const { id: cardId, columnId } = then;
  if (!now.column(columnId)) return [];
  const lane = past.cardsIn(columnId);
  const at = lane.indexOf(then);
  const isHere = (card: Card) => now.card(card.id)?.columnId === columnId;
  const left = lane.slice(0, at).findLast(isHere)?.id;
  const right = lane.slice(at + 1).find(isHere)?.id;
  if (now.card(cardId)?.columnId === columnId) {
    const ids = now.cardsIn(columnId).map(({ id }) => id);
    const index = ids.indexOf(cardId);
    const isAfter = left === undefined || ids.indexOf(left) < index;
    const isBefore = right === undefined || index < ids.indexOf(right);
    if (isAfter && isBefore) return [];
  }
  return [
    {
      type: 'card.move',
      cardId,
      columnId,
      ...(left !== undefined && { after: left }),
      ...(right !== undefined && { before: right }),
    },
  ];
}
