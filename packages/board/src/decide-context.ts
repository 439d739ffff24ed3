import type { Board, Card, Column, Id, Time } from './model.js';
import { refuse, type Refusal } from './refusal.js';
import type { Role } from './roles.js';

export interface DecideContext {
  readonly actorId: Id;
  readonly role: Role;
  readonly now: Time;
  /** Archived rows that the operations name, by `loadedKey`. */
  readonly loaded: ReadonlyMap<string, Card | Column>;
}

export function loadedKey(entity: 'card' | 'column', id: Id): string {
  return `${entity}:${id}`;
}

export function loadedCard(context: DecideContext, id: Id): Card | undefined {
  const row = context.loaded.get(loadedKey('card', id));
  return row && 'columnId' in row ? row : undefined;
}

export function loadedColumn(context: DecideContext, id: Id): Column | undefined {
  const row = context.loaded.get(loadedKey('column', id));
  return row && !('columnId' in row) ? row : undefined;
}

/** A living card, or why it cannot be changed. */
export function findCard(board: Board, id: Id, context: DecideContext): Card | Refusal {
  const card = board.card(id);
  if (card) return card;
  const archived = loadedCard(context, id);
  if (archived) return refuse('conflict', `${nameCard(board, archived)} is archived. Restore it first.`, [id]);
  return refuse('not_found', `There is no card “${id}” on this board.`, [id]);
}

/** A living column, or why it cannot be changed. */
export function findColumn(board: Board, id: Id, context: DecideContext): Column | Refusal {
  const column = board.column(id);
  if (column) return column;
  const archived = loadedColumn(context, id);
  if (archived) return refuse('conflict', `The column “${archived.title}” is archived. Restore it first.`, [id]);
  return refuse('not_found', `There is no column “${id}” on this board.`, [id]);
}

/** How people name a card: `RM-4 “Refine status language”`. */
export function nameCard(board: Board, card: Card): string {
  return `${board.key}-${card.number} “${shorten(card.title)}”`;
}

/** A title as it stands in a sentence. */
export function shorten(title: string): string {
  if (title.length <= 80) return title;
  // Half of a surrogate pair at the cut is no text.
  return `${title
    .slice(0, 79)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`;
}
