import { PRIORITIES, type Id } from '../model.js';
import { formOf, readForm } from './card-index.js';
import { nameCard } from '../decide-context.js';
import type { CommandContext } from './command.js';
import { withoutPoliteness } from './guards.js';
import { grammarOf } from './grammar.js';
import { sceneOf } from './slots.js';
import { expectAfter, type Expected } from './template.js';
import { readWords, textOf, type Said } from './words.js';

/** How what somebody is typing can go on. */
export interface Completion {
  /** What it is called in a list. */
  readonly label: string;
  /** All of the text with it. */
  readonly text: string;
}

const MOST = 8;
/** Of what is being completed: whoever types more knows how it goes on. */
const MOST_WORDS = 24;
const MOST_CHARACTERS = 300;
const CONNECTIVES = new Set(['and', 'then', ',', ';', '.']);
const DAYS = ['today', 'tomorrow', 'Monday', 'Friday', 'next week', 'in two weeks'];

/** What can come next in a command that is being typed; the last word of it may be begun. */
export function complete(text: string, context: CommandContext): readonly Completion[] {
  if (text.length > MOST_CHARACTERS) return [];
  const said = readWords(text);
  const isBegun = /[\p{L}\p{N}\p{M}_#@]$/u.test(text);
  const end = said.words.length - (isBegun ? 1 : 0);
  const all = withoutPoliteness(said, { from: 0, to: said.words.length });
  const starts = [all.from, lastClause(said, end)].filter((start) => start <= end && end - start < MOST_WORDS);
  const { intents, isVerb, wordsOf } = grammarOf(context);
  const scene = sceneOf(said, { context, isVerb });
  const matching = {
    end,
    words: wordsOf(said),
    canBe: scene.reader.canBe,
  };
  // What can begin with any card would offer all of them to whoever is looking for one.
  const templates = intents
    .filter(({ isVerbless }) => !isVerbless)
    .flatMap((intent) => intent.templates)
    .filter(({ first }) => first !== null);
  // Many templates expect the same.
  const expected = new Map<string, Expected>();
  for (const start of new Set(starts)) {
    for (const one of templates.flatMap((template) => expectAfter(template, start, matching)))
      expected.set(one.kind === 'word' ? one.norm : `${one.type} ${one.from}`, one);
  }
  const completions = new Map<string, Completion>();
  for (const one of expected.values()) {
    if (completions.size >= MOST) break;
    for (const completion of completionsOf(one, { said, end, context }))
      if (completion.text.toLowerCase() !== text.toLowerCase()) completions.set(completion.text, completion);
  }
  return [...completions.values()].slice(0, MOST);
}

interface Typed {
  readonly said: Said;
  readonly end: number;
  readonly context: CommandContext;
}

function completionsOf(expected: Expected, { said, end, context }: Typed): readonly Completion[] {
  const from = expected.kind === 'slot' ? expected.from : end;
  const before = said.text.slice(0, said.words[from]?.start ?? said.text.length);
  const gap = before === '' || /\s$/u.test(before) ? '' : ' ';
  const begun = textOf(said, { from, to: said.words.length });
  if (expected.kind === 'word') {
    const fits = /^\p{L}+$/u.test(expected.norm) && expected.norm.startsWith(begun.toLowerCase());
    return fits ? [{ label: expected.norm, text: `${before}${gap}${expected.norm} ` }] : [];
  }
  const typed = readForm(begun).plain.split(' ');
  return namesOf(expected.type, context)
    .filter((name) => isBegunBy(name, typed))
    .slice(0, MOST)
    .map(({ label, words }) => ({ label, text: `${before}${gap}${words}` }));
}

interface Name {
  readonly label: string;
  readonly words: string;
  /** What it is called, as it is compared. */
  readonly plain: string;
}

function namesOf(type: string, { board, people }: CommandContext): readonly Name[] {
  const named = (label: string): Name => ({ label, words: label, plain: readForm(label).plain });
  switch (type) {
    case 'card':
    case 'cards':
      return board.columns().flatMap(({ id }: { id: Id }) =>
        board.cardsIn(id).map((card) => {
          const words = `${board.key}-${card.number}`;
          const plain = `${board.key.toLowerCase()} ${card.number} ${formOf(card).plain}`;
          return { label: nameCard(board, card), words, plain };
        }),
      );
    case 'column':
      return board.columns().map(({ title }) => named(title));
    case 'label':
    case 'labels':
      return board.labels().map(({ name }) => named(name));
    case 'person':
    case 'people':
      return people.map(({ name }) => named(name));
    case 'priority':
      return PRIORITIES.map(named);
    case 'date':
      return DAYS.map(named);
    default:
      return [];
  }
}

/** Whether each word that was typed begins a word of the name. */
function isBegunBy({ plain }: Name, typed: readonly string[]): boolean {
  const words = plain.split(' ');
  return typed.every((one) => words.some((word) => word.startsWith(one)));
}

function lastClause({ words }: Said, end: number): number {
  const at = words.findLastIndex(({ norm, kind }, index) => index < end && kind !== 'quote' && CONNECTIVES.has(norm));
  return at + 1;
}
