import { inSense, inSentence, t } from '@talkan/words/words';
import { nameCard } from './decide-context.js';
import type { Board, Card, Id } from './model.js';

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

/** The words for what was done, each as a sentence begins with it, where the language begins so. */
export function doneVerbs() {
  return {
    add: t`Added`,
    archive: t`Archived`,
    assign: inSense('done')`Assigned`,
    attach: t`Attached`,
    change: t`Changed`,
    comment: t`Commented`,
    delete: t`Deleted`,
    leave: t`Left`,
    link: t`Linked`,
    merge: t`Merged`,
    move: t`Moved`,
    remove: t`Removed`,
    rename: t`Renamed`,
    restore: t`Restored`,
    set: inSense('done')`Set`,
    tick: t`Ticked`,
    unassign: t`Unassigned`,
    unlink: t`Unlinked`,
    untick: t`Unticked`,
  };
}

type Verbs = ReturnType<typeof doneVerbs>;

function proposedVerbs(): Verbs {
  return {
    add: inSense('proposed')`Add`,
    archive: inSense('proposed')`Archive`,
    assign: inSense('proposed')`Assign`,
    attach: inSense('proposed')`Attach`,
    change: inSense('proposed')`Change`,
    comment: inSense('proposed')`Comment`,
    delete: inSense('proposed')`Delete`,
    leave: inSense('proposed')`Leave`,
    link: inSense('proposed')`Link`,
    merge: inSense('proposed')`Merge`,
    move: inSense('proposed')`Move`,
    remove: inSense('proposed')`Remove`,
    rename: inSense('proposed')`Rename`,
    restore: inSense('proposed')`Restore`,
    set: inSense('proposed')`Set`,
    tick: inSense('proposed')`Tick`,
    unassign: inSense('proposed')`Unassign`,
    unlink: inSense('proposed')`Unlink`,
    untick: inSense('proposed')`Untick`,
  };
}

/** What is done, and to what: languages put the two together in their own order. */
export interface Clause {
  readonly verb: string;
  /** Empty: on the card itself nothing more is said. */
  readonly rest: string;
  /** Names of people are written as they are, also where a sentence begins with them. */
  readonly isName?: boolean | undefined;
}

/** With the name of the card that it is about, and without it. */
export interface Named {
  readonly named: (card: string) => string;
  readonly alone: string;
}

/** Whoever tells something, with the words for it. */
export interface Teller {
  readonly board: Board;
  readonly after: Board | undefined;
  readonly verbs: Verbs;
  readonly onCard: boolean;
  /** A card by number and title; nothing where it is told on that card. */
  readonly card: (id: Id) => string;
  /** Words with a card's name in them, or those without it where they are told on that card. */
  readonly about: (id: Id, words: Named) => string;
  readonly person: (id: Id) => string;
}

export function tellerOf(board: Board, telling: Telling): Teller {
  const { tense = 'done', onCard = false, nameOf, after } = telling;
  const card = (id: Id) => {
    const row = board.card(id) ?? after?.card(id);
    return row ? nameCard(board, row) : t`a card`;
  };
  return {
    board,
    after,
    verbs: tense === 'proposed' ? proposedVerbs() : doneVerbs(),
    onCard,
    card: (id) => (onCard ? '' : card(id)),
    about: (id, { named, alone }) => (onCard ? alone : named(card(id))),
    person: (id) => nameOf?.(id) ?? t`somebody`,
  };
}

/** That nothing came of it. */
export function tellStill({ verbs, about }: Teller, cardId: Id): Clause {
  return { verb: verbs.leave, rest: about(cardId, { named: (name) => t`${name} as it was`, alone: t`as it was` }) };
}

/** Something of a card, from before the change, else from after it. */
export function onEither<Found>(
  { board, after }: Teller,
  cardId: Id,
  find: (card: Card) => Found | undefined,
): Found | undefined {
  const [was, is] = [board.card(cardId), after?.card(cardId)];
  return (was && find(was)) ?? (is && find(is));
}

/** Clauses as one sentence without its full stop. */
export function sayClauses(clauses: readonly Clause[]): string {
  const said = clauses.map(sayClause);
  const all = said.length < 2 ? said : [said[0] ?? '', ...said.slice(1).map(inSentence)];
  const sentence = joined(all);
  const [first] = clauses;
  return first?.isName && sentence.startsWith(first.rest) ? sentence : capital(sentence);
}

function sayClause({ verb, rest }: Clause): string {
  return rest === '' ? verb : inSense('clause')`${verb} ${rest}`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2
    ? parts.join('')
    : inSense('clauses')`${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
