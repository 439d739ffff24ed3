import { nameCard, shorten } from './decide-context.js';
import type { Board, Id } from './model.js';

/** How something is told. */
export interface Telling {
  /** `proposed`: as what is to be done, not as what was. */
  readonly tense?: 'done' | 'proposed' | undefined;
  /** On the card itself its name is left out. */
  readonly onCard?: boolean | undefined;
  /** The name of a user; left out, or unknown: “somebody”. */
  readonly nameOf?: ((userId: Id) => string | undefined) | undefined;
  /** The board afterwards, for the names of what came in the change. */
  readonly after?: Board | undefined;
}

const DONE = {
  add: 'Added',
  archive: 'Archived',
  assign: 'Assigned',
  attach: 'Attached',
  change: 'Changed',
  comment: 'Commented',
  delete: 'Deleted',
  leave: 'Left',
  link: 'Linked',
  merge: 'Merged',
  move: 'Moved',
  remove: 'Removed',
  rename: 'Renamed',
  restore: 'Restored',
  set: 'Set',
  tick: 'Ticked',
  unassign: 'Unassigned',
  unlink: 'Unlinked',
  untick: 'Unticked',
} as const;
type Verbs = Record<keyof typeof DONE, string>;
const PROPOSED: Verbs = {
  add: 'Add',
  archive: 'Archive',
  assign: 'Assign',
  attach: 'Attach',
  change: 'Change',
  comment: 'Comment',
  delete: 'Delete',
  leave: 'Leave',
  link: 'Link',
  merge: 'Merge',
  move: 'Move',
  remove: 'Remove',
  rename: 'Rename',
  restore: 'Restore',
  set: 'Set',
  tick: 'Tick',
  unassign: 'Unassign',
  unlink: 'Unlink',
  untick: 'Untick',
};

/** Whoever tells something, with the words for it. */
export interface Teller {
  readonly board: Board;
  readonly after: Board | undefined;
  readonly verbs: Verbs;
  readonly onCard: boolean;
  /** A card by number and title; nothing where it is told on that card. */
  readonly card: (id: Id) => string;
  /** The same after a preposition. */
  readonly withCard: (preposition: string, id: Id) => string;
  readonly person: (id: Id) => string;
  readonly quote: (text: string) => string;
}

export function tellerOf(board: Board, telling: Telling): Teller {
  const { tense = 'done', onCard = false, nameOf, after } = telling;
  const card = (id: Id) => {
    const row = board.card(id) ?? after?.card(id);
    return row ? nameCard(board, row) : 'a card';
  };
  return {
    board,
    after,
    verbs: tense === 'proposed' ? PROPOSED : DONE,
    onCard,
    card: (id) => (onCard ? '' : card(id)),
    withCard: (preposition, id) => (onCard ? '' : `${preposition} ${card(id)}`),
    person: (id) => nameOf?.(id) ?? 'somebody',
    quote: (text) => `“${shorten(text)}”`,
  };
}
