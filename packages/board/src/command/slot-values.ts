import type { SortKey } from '../compose-column.js';
import type { CardDate, Hue, Id, Priority } from '../model.js';
import type { OperationOf } from '../operations.js';
import type { CardSet } from './find-card-set.js';
import type { ItemAt } from './find-items.js';
import type { Duration } from './find-duration.js';
import type { Past } from './find-past.js';

/** What words of each type mean. */
export interface SlotValues {
  /** One card. */
  readonly card: Id;
  /** One or more cards, in the order of the board or as they are listed. */
  readonly cards: readonly Id[];
  readonly column: Id;
  readonly label: Id;
  readonly labels: readonly Id[];
  readonly person: Id;
  readonly people: readonly Id[];
  readonly date: CardDate;
  readonly duration: Duration;
  readonly number: number;
  /** Counted from 1. */
  readonly ordinal: number;
  readonly sortkey: SortKey;
  /** What was put away, as the operation that brings it back. */
  readonly archived: OperationOf<'card.restore' | 'column.restore'>;
  /** `null`: none. */
  readonly color: Hue | null;
  /** Items of checklists that are called so, on whatever cards. */
  readonly items: readonly ItemAt[];
  readonly priority: Priority | null;
  /** A colour by its name. */
  readonly hue: Hue;
  /** Words that are taken as they are typed. */
  readonly text: string;
  /** One such text, or several in quotation marks. */
  readonly texts: string;
  /** A text in quotation marks. */
  readonly quote: string;
  /** The cards of “add …”, with all that is said of them. */
  readonly newcards: NewCards;
  /** Cards that have something in common; there may be none. */
  readonly set: CardSet;
  /** The same, said without a word for cards. */
  readonly traits: CardSet;
  /** Days that are over, or nearly. */
  readonly past: Past;
}
export type SlotType = keyof SlotValues;

/** Cards that are to be made, and what is said of all of them. */
export interface NewCards extends Facts {
  readonly titles: readonly string[];
  /** Whether it was said that cards are to be made: `a card called …`. */
  readonly isFramed: boolean;
  /** Whether the titles stand in quotation marks. */
  readonly isQuoted: boolean;
  /** Others, of which other things are said: `A to Review and B to Done`. */
  readonly more?: NewCards;
}

export interface Facts {
  readonly columnId?: Id;
  readonly place?: 'top' | 'bottom';
  readonly beside?: { readonly cardId: Id; readonly side: 'above' | 'below' };
  readonly assigneeIds?: readonly Id[];
  readonly labelIds?: readonly Id[];
  readonly dueAt?: CardDate;
  readonly priority?: Priority | null;
  readonly estimate?: number;
  readonly details?: string;
  /** Of a checklist. */
  readonly items?: readonly string[];
}
