/** Matches `ID_PATTERN`; made by the client; unique within its board. Looked up by `Map` or `Object.hasOwn` only. */
export type Id = string;
/** ISO 8601 in UTC with milliseconds. */
export type Time = string;
/** Ordering key between two neighbours, compared code unit by code unit. */
export type Rank = string;

export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

export interface Card {
  readonly id: Id;
  /** Shown as `${board.key}-${number}`; given at commit, never taken back or used twice. */
  readonly number: number;
  readonly columnId: Id;
  readonly rank: Rank;
  readonly title: string;
  readonly details: string;
  readonly archivedAt: Time | null;
  readonly createdAt: Time;
  readonly createdBy: Id;
}

export interface Column {
  readonly id: Id;
  readonly rank: Rank;
  readonly title: string;
  readonly archivedAt: Time | null;
}

/** What belongs to the board itself. */
export interface BoardHead {
  readonly id: Id;
  /** Two to five capital letters before a card's number. */
  readonly key: string;
  readonly title: string;
  /** Number of the last change in it; 0 for a board as it was created. */
  readonly seq: number;
  /** The highest card number given so far; never goes back. */
  readonly lastNumber: number;
}

/** A board as plain data: the living columns and cards, in order. */
export interface BoardSnapshot extends BoardHead {
  readonly columns: readonly Column[];
  readonly cards: readonly Card[];
}

/**
 * What a board shows, at `seq`: immutable; archived columns and cards are not in it.
 * Unchanged cards, columns and lists keep their identity from one version to the next, so that a view knows what to draw again.
 */
export interface Board extends BoardHead {
  /** Number of living cards. */
  readonly cardCount: number;
  /** UTF-8 bytes of the titles and details of all living cards. */
  readonly textBytes: number;
  column(id: Id): Column | undefined;
  card(id: Id): Card | undefined;
  columns(): readonly Column[];
  /** In order; empty for a column that is not there. */
  cardsIn(columnId: Id): readonly Card[];
}
