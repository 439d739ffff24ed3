/** Matches `ID_PATTERN`; made by the client; unique within its board. Looked up by `Map` or `Object.hasOwn` only. */
export type Id = string;
/** ISO 8601 in UTC with milliseconds. */
export type Time = string;
/** Ordering key between two neighbours, compared code unit by code unit. */
export type Rank = string;

export const ID_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

/** A whole number from 0 to 359: of a colour only the hue is chosen, the rest is the theme's. */
export type Hue = number;
/** `YYYY-MM-DD`, a whole day wherever one is, or a moment: ISO 8601 in UTC with milliseconds. */
export type CardDate = string;

/** From the most to the least urgent. */
export const PRIORITIES = ['urgent', 'high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

export interface Card {
  readonly id: Id;
  /** Shown as `${board.key}-${number}`; given at commit, never taken back or used twice. */
  readonly number: number;
  readonly columnId: Id;
  readonly rank: Rank;
  readonly title: string;
  /** Markdown. */
  readonly details: string;
  /** In the order in which they were put on. One that was deleted or merged since stays here: see `Board.labelsOf`. */
  readonly labelIds: readonly Id[];
  /** Users, in the order in which they were assigned. */
  readonly assigneeIds: readonly Id[];
  readonly startAt: CardDate | null;
  readonly dueAt: CardDate | null;
  readonly priority: Priority | null;
  readonly estimate: number | null;
  readonly checklists: readonly Checklist[];
  readonly links: readonly CardLink[];
  readonly attachments: readonly Attachment[];
  /** Derived: comments are not on the board. */
  readonly commentCount: number;
  readonly archivedAt: Time | null;
  readonly createdAt: Time;
  readonly createdBy: Id;
  /** When somebody last did something to it; to give way to a neighbour is nothing. */
  readonly changedAt: Time;
}

export interface Checklist {
  /** Unique within its card, as are those of the items. */
  readonly id: Id;
  readonly title: string;
  readonly items: readonly ChecklistItem[];
}

export interface ChecklistItem {
  readonly id: Id;
  readonly text: string;
  readonly done: boolean;
  readonly assigneeId: Id | null;
}

/** What one card may be to another. */
export const LINK_KINDS = ['blocks', 'relates', 'duplicates'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];
/** The same, seen from either of the two. */
export type LinkSide = LinkKind | 'blocked_by' | 'duplicated_by';

/** Stands on both cards. */
export interface CardLink {
  readonly kind: LinkSide;
  readonly cardId: Id;
}

/** A file on a card. */
export interface Attachment extends UploadedFile {
  readonly addedAt: Time;
  readonly addedBy: Id;
}

/** What is known of a file that was uploaded to a board. */
export interface UploadedFile {
  readonly id: Id;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** The content type, found out from the content. */
  readonly type: string;
  /** Pixels; `null` for what is no image. */
  readonly width: number | null;
  readonly height: number | null;
}

export interface Column {
  readonly id: Id;
  readonly rank: Rank;
  readonly title: string;
  readonly hue: Hue | null;
  /** How many cards it should hold at most: see `BoardHead.limits`. */
  readonly limit: number | null;
  /** Whether the cards in it count as done. */
  readonly done: boolean;
  readonly archivedAt: Time | null;
}

/** Something that cards can be marked with. One that was deleted stays on its cards, unseen, so that it can come back. */
export interface Label {
  readonly id: Id;
  readonly name: string;
  readonly hue: Hue;
  readonly archivedAt: Time | null;
  /** The label that stands in its place since. */
  readonly mergedInto: Id | null;
}

/** What somebody said about a card. Not on the board: an operation that names one needs it loaded. */
export interface Comment {
  readonly id: Id;
  readonly cardId: Id;
  readonly authorId: Id;
  /** Markdown. */
  readonly text: string;
  readonly createdAt: Time;
  readonly editedAt: Time | null;
  readonly archivedAt: Time | null;
}

/** What belongs to the board itself. */
export interface BoardHead {
  readonly id: Id;
  /** Two to five capital letters before a card's number. */
  readonly key: string;
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  readonly hue: Hue | null;
  /** Whether a column that is full says so, or takes no more. */
  readonly limits: 'warn' | 'refuse';
  readonly archivedAt: Time | null;
  /** Number of the last change in it; 0 for a board as it was created. */
  readonly seq: number;
  /** The highest card number given so far; never goes back. */
  readonly lastNumber: number;
}

/** Of a row what is always there: all that can have its usual value may be left out. */
export type PlainCard = Pick<Card, 'id' | 'number' | 'columnId' | 'rank' | 'title' | 'createdAt' | 'createdBy'> &
  Partial<Card>;
export type PlainColumn = Pick<Column, 'id' | 'rank' | 'title'> & Partial<Column>;
export type PlainHead = Pick<BoardHead, 'id' | 'key' | 'title' | 'seq' | 'lastNumber'> & Partial<BoardHead>;

/** A board as plain data: the living columns and cards, in order, and all labels. What has its usual value is left out. */
export interface BoardSnapshot extends PlainHead {
  readonly columns: readonly PlainColumn[];
  readonly cards: readonly PlainCard[];
  readonly labels?: readonly Label[];
}

/**
 * What a board shows, at `seq`: immutable; archived columns and cards are not in it.
 * Unchanged cards, columns and lists keep their identity from one version to the next, so that a view knows what to draw again.
 */
export interface Board extends BoardHead {
  /** Number of living cards. */
  readonly cardCount: number;
  /** Number of all labels, deleted and merged ones among them. */
  readonly labelCount: number;
  /** UTF-8 bytes of the texts of all living cards. */
  readonly textBytes: number;
  column(id: Id): Column | undefined;
  card(id: Id): Card | undefined;
  columns(): readonly Column[];
  /** In order; empty for a column that is not there. */
  cardsIn(columnId: Id): readonly Card[];
  /** Also one that was deleted or merged. */
  label(id: Id): Label | undefined;
  /** Those there are, by name. */
  labels(): readonly Label[];
  /** What a card shows: those there are, each once, a merged one by the one that stands in its place. */
  labelsOf(card: Pick<Card, 'labelIds'>): readonly Label[];
}
