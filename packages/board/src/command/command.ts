import type { CardFilter } from '../filter.js';
import type { Board, Id, Time } from '../model.js';
import type { Operation } from '../operations.js';
import type { Role } from '../roles.js';
import type { ReadCalendarDay } from './day-words.js';
import type { Intent } from './intent.js';

/** What a command is understood with. */
export interface CommandContext {
  readonly board: Board;
  readonly actorId: Id;
  readonly role: Role;
  /** The members of the board. */
  readonly people: readonly CommandPerson[];
  readonly now: Time;
  /** Where the person is: an IANA name. A day ends there. */
  readonly timeZone: string;
  /** What `3/4` is: 3 April, or 4 March. */
  readonly dateOrder: 'dmy' | 'mdy';
  /** Given to the language, which is small without it. */
  readonly readCalendarDay: ReadCalendarDay;
  /** Given to it as well: questions, and what is seldom asked to be done. Without them it understands the commonest commands alone. */
  readonly more: readonly Intent[];
  /** A new id, another one each time. */
  readonly newId: () => Id;
  /** What is archived, the newest first; the command language restores from it and answers from it. */
  readonly archive: CommandArchive;
  /** What happened on the board, the newest first, as far as it was loaded. */
  readonly log: readonly LogLine[];
  /** What was spoken of last. */
  readonly talk: Talk;
}

export interface CommandPerson {
  readonly id: Id;
  /** As it is shown; also the first word of it stands for the person. */
  readonly name: string;
}

export interface CommandArchive {
  /** Whether nothing is known of it here: what needs it is refused. */
  readonly isElsewhere?: boolean;
  readonly cards: readonly {
    readonly id: Id;
    readonly number: number;
    readonly title: string;
    readonly columnId: Id;
    readonly archivedAt: Time;
  }[];
  readonly columns: readonly { readonly id: Id; readonly title: string; readonly archivedAt: Time }[];
}

/** A change, as questions about the past need it. */
export interface LogLine {
  readonly seq: number;
  readonly at: Time;
  readonly actorId: Id;
  /** In the words of the history. */
  readonly sentence: string;
  readonly kinds: readonly Operation['type'][];
  readonly cardIds: readonly Id[];
  /** Where a card went, for “what was finished?”. */
  readonly moves: readonly { readonly cardId: Id; readonly from: Id | null; readonly to: Id }[];
}

/** What the last exchange leaves for the next. */
export interface Talk {
  /** “It”, “that”, “them”: the cards that were spoken of last. */
  readonly cardIds: readonly Id[];
  /** A question of the language's own that waits for its answer. */
  readonly asked: Asked | null;
}

export interface Asked {
  /** The command again, with the words in doubt set apart: an answer takes their place. */
  readonly before: string;
  readonly after: string;
  readonly choices: readonly Choice[];
}

export interface Choice {
  /** What the button says. */
  readonly label: string;
  /** What stands for it in the command. */
  readonly words: string;
}

/** What a text was understood as. */
export type Understanding =
  | ChangeUnderstood
  | { readonly kind: 'undo' | 'redo'; readonly sentence: string }
  | { readonly kind: 'filter'; readonly filter: CardFilter; readonly sentence: string; readonly cardIds: readonly Id[] }
  | { readonly kind: 'answer'; readonly text: string; readonly cardIds: readonly Id[] }
  | { readonly kind: 'ask'; readonly question: string; readonly asked: Asked }
  | RefusedUnderstanding;

export interface ChangeUnderstood {
  readonly kind: 'change';
  readonly operations: readonly Operation[];
  /** What would be done, in `describe`’s words, one for each operation. */
  readonly sentences: readonly string[];
  /** What a preview says beside: that there is a card that is called so. It is no part of what was done. */
  readonly note: string | null;
  /** For “it” and “them” in what is said next. */
  readonly cardIds: readonly Id[];
  /** From 0 to 1, where every word can mean nothing else: as sure as the least sure clause. */
  readonly sure: number;
}

export interface RefusedUnderstanding {
  readonly kind: 'refused';
  /** Why, and what to do. */
  readonly reason: string;
  /** What was understood of it. */
  readonly understood: readonly string[];
  /** Three commands that would work on this board. */
  readonly suggestions: readonly string[];
}
