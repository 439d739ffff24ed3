import { ARCHIVE_INTENTS } from './intents-archive.js';
import { CREATE_INTENTS } from './intents-create.js';
import { EDIT_INTENTS } from './intents-edit.js';
import { FIELD_INTENTS } from './intents-fields.js';
import { MOVE_INTENTS } from './intents-move.js';
import type { CommandContext } from './command.js';
import type { Intent } from './intent.js';
import { NO_SLIPS } from './no-slips.js';
import type { Matching, Template } from './template.js';
import { isNear } from './typos.js';
import { NEGATED, type Said } from './words.js';

/** What is asked to be done day by day. */
const COMMANDS: readonly Intent[] = [
  ...CREATE_INTENTS,
  ...EDIT_INTENTS,
  ...ARCHIVE_INTENTS,
  ...MOVE_INTENTS,
  ...FIELD_INTENTS,
];

/** A way to say something. */
interface Way {
  readonly intent: Intent;
  readonly template: Template;
  /** Its place among all of them. */
  readonly order: number;
}

/** All that can be said, and the words that it is said in. */
export interface Grammar {
  readonly intents: readonly Intent[];
  /** Whether a command can begin with a word. */
  readonly isVerb: (norm: string) => boolean;
  /** The words of the language that each word may be: itself, and what is mistyped as it, where it is no word as it stands. */
  readonly wordsOf: (said: Said) => Matching['words'];
  /** What can begin with any of the words. */
  readonly waysFrom: (words: readonly string[]) => readonly Way[];
}

const grammars = new WeakMap<readonly Intent[], Grammar>();

/** The grammar of commands and of what is given to it. */
export function grammarOf({ more }: Pick<CommandContext, 'more'>): Grammar {
  const known = grammars.get(more);
  if (known) return known;
  const grammar = makeGrammar([...COMMANDS, ...more]);
  grammars.set(more, grammar);
  return grammar;
}

/**
 * What some requests begin with, and a text may go on with all the same: words that say nothing of what is to be done, and what people
 * have to do far oftener than they ask it of a board.
 */
const NO_VERBS = new Set(
  (
    'the all for this that with and new right left behind before after cards ' +
    'call write open file log order pick grab help hello hey commands examples thanks thank thx'
  ).split(' '),
);

function makeGrammar(intents: readonly Intent[]): Grammar {
  const lexicon = new Set(intents.flatMap(({ templates }) => templates.flatMap(({ literals }) => [...literals])));
  const verbs = new Set(
    intents
      .filter(({ isVerbless }) => !isVerbless)
      .flatMap(({ templates }) => templates.flatMap(({ first }) => [...(first ?? [])]))
      .filter((word) => /^\p{L}{3,}$/u.test(word) && !NO_VERBS.has(word)),
  );
  const correct = correcting(lexicon);
  return {
    intents,
    isVerb: (norm) => verbs.has(norm),
    wordsOf: ({ words }) =>
      words.map(({ norm, kind }) => {
        const correction = kind === 'word' ? correct(norm) : null;
        return kind === 'quote' ? [] : correction === null ? [norm] : [norm, correction];
      }),
    waysFrom: waysOf(intents),
  };
}

function waysOf(intents: readonly Intent[]): Grammar['waysFrom'] {
  const ways = intents
    .flatMap((intent) => intent.templates.map((template) => ({ intent, template })))
    .map((way, order): Way => ({ ...way, order }));
  /** By what they begin with; `null`: with anything. */
  const byFirst = new Map<string | null, Way[]>();
  for (const way of ways) {
    for (const word of way.template.first ?? [null]) {
      const some = byFirst.get(word);
      if (some) some.push(way);
      else byFirst.set(word, [way]);
    }
  }
  return (words) => {
    const found = new Set([...words, null].flatMap((word) => byFirst.get(word) ?? []));
    return [...found].toSorted((one, other) => one.order - other.order);
  };
}

const MOST_CORRECTIONS = 5000;

function correcting(lexicon: ReadonlySet<string>): (norm: string) => string | null {
  const known = new Map<string, string | null>();
  return (norm) => {
    if (norm.length < 4 || lexicon.has(norm) || NO_SLIPS.has(norm) || NEGATED.test(norm)) return null;
    const ready = known.get(norm);
    if (ready !== undefined) return ready;
    // “Unlabel” and “deassign” say the opposite of the words in them.
    const isOpposite = (word: string) =>
      /^(?:un|in|de|re|dis|non)$/u.test(norm.slice(0, -word.length)) && norm.endsWith(word);
    const near = [...lexicon].filter((word) => word.length >= 4 && isNear(norm, word) && !isOpposite(word));
    // “Arhcive” may also be “archived”: of one verb in two forms its stem is meant.
    const correction = near.find((word) => near.every((other) => other.startsWith(word))) ?? null;
    if (known.size > MOST_CORRECTIONS) known.clear();
    known.set(norm, correction);
    return correction;
  };
}
