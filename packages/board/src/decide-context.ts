import { t } from '@talkan/words/words';
import type { Board, Card, Column, Comment, Id, Time, UploadedFile } from './model.js';
import { refuse, type Refusal } from './refusal.js';
import type { Role } from './roles.js';

/** A row that the board does not hold: archived, or of a kind that is not on it. */
export type LoadedRow = Card | Column | Comment | UploadedFile;
/** What may have to be loaded. */
export type LoadedEntity = 'card' | 'column' | 'comment' | 'file';

export interface DecideContext {
  readonly actorId: Id;
  readonly role: Role;
  readonly now: Time;
  /** What the operations name and the board does not hold, by `loadedKey`. */
  readonly loaded: ReadonlyMap<string, LoadedRow>;
  /** The members of the board; left out: not known here, and left to the server. */
  readonly people?: ReadonlySet<Id> | undefined;
  /** Which files were uploaded is known to the server alone: one that is put on a card is seen there when it has answered. */
  readonly filesElsewhere?: boolean | undefined;
}

export function loadedKey(entity: LoadedEntity, id: Id): string {
  return `${entity}:${id}`;
}

export function isCard(row: LoadedRow): row is Card {
  return 'columnId' in row;
}

export function isColumn(row: LoadedRow): row is Column {
  return !('columnId' in row || 'cardId' in row || 'size' in row);
}

export function loadedCard(context: Pick<DecideContext, 'loaded'>, id: Id): Card | undefined {
  const row = context.loaded.get(loadedKey('card', id));
  return row && isCard(row) ? row : undefined;
}

export function loadedColumn(context: Pick<DecideContext, 'loaded'>, id: Id): Column | undefined {
  const row = context.loaded.get(loadedKey('column', id));
  return row && isColumn(row) ? row : undefined;
}

/** Also one that was deleted. */
export function loadedComment(context: Pick<DecideContext, 'loaded'>, id: Id): Comment | undefined {
  const row = context.loaded.get(loadedKey('comment', id));
  return row && 'authorId' in row ? row : undefined;
}

export function loadedFile(context: Pick<DecideContext, 'loaded'>, id: Id): UploadedFile | undefined {
  const row = context.loaded.get(loadedKey('file', id));
  return row && 'size' in row ? row : undefined;
}

/** A living card, or why it cannot be changed. */
export function findCard(board: Board, id: Id, context: DecideContext): Card | Refusal {
  const card = board.card(id);
  if (card) return card;
  const archived = loadedCard(context, id);
  if (archived) return refuse('conflict', t`${nameCard(board, archived)} is archived. Restore it first.`, [id]);
  return refuse('not_found', t`There is no card “${id}” on this board.`, [id]);
}

/** A living column, or why it cannot be changed. */
export function findColumn(board: Board, id: Id, context: DecideContext): Column | Refusal {
  const column = board.column(id);
  if (column) return column;
  const archived = loadedColumn(context, id);
  if (archived) return refuse('conflict', t`The column “${archived.title}” is archived. Restore it first.`, [id]);
  return refuse('not_found', t`There is no column “${id}” on this board.`, [id]);
}

/** A text as it is named within a sentence. */
export function quote(text: string): string {
  return t`“${shorten(text)}”`;
}

/** How people name a card: `RM-4 “Refine status language”`. */
export function nameCard(board: Pick<Board, 'key'>, card: Pick<Card, 'number' | 'title'>): string {
  return `${board.key}-${card.number} ${quote(card.title)}`;
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
