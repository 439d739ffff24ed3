import { PRIORITIES, type Id } from '../model.js';
import { readForm } from './card-index.js';
import { nameCard } from '../decide-context.js';
import type { CommandContext } from './command.js';
import { withoutPoliteness } from './guards.js';
import { INTENTS, isVerb, isWordAt } from './read-clause.js';
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
const CONNECTIVES = new Set(['and', 'then', ',', ';', '.']);
const DAYS = ['today', 'tomorrow', 'Monday', 'Friday', 'next week', 'in two weeks'];

/** What can come next in a command that is being typed; the last word of it may be begun. */
export function complete(text: string, context: CommandContext): readonly Completion[] {
  const said = readWords(text);
  const isBegun = /[\p{L}\p{N}\p{M}_#@]$/u.test(text);
  const end = said.words.length - (isBegun ? 1 : 0);
  const all = withoutPoliteness(said, { from: 0, to: said.words.length });
  const starts = [all.from, lastClause(said, end)].filter((start) => start <= end);
  const scene = sceneOf(said, { context, isVerb });
  const matching = {
    said,
    end,
    canBe: scene.reader.canBe,
    isWord: (index: number, norm: string) => isWordAt(said, index, norm),
  };
  const completions = new Map<string, Completion>();
  for (const start of new Set(starts)) {
    const expected = INTENTS.filter(({ isVerbless }) => !isVerbless).flatMap(({ templates }) =>
      // What can begin with any card would offer all of them to whoever is looking for one.
      templates.flatMap((template) => (template.first === null ? [] : expectAfter(template, start, matching))),
    );
    for (const completion of expected.flatMap((one) => completionsOf(one, { said, end, context }))) {
      if (!completions.has(completion.text)) completions.set(completion.text, completion);
    }
  }
  return [...completions.values()].filter((completion) => completion.text !== text).slice(0, MOST);
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
  return namesOf(expected.type, context)
    .filter(({ label }) => isBegunBy(label, begun))
    .slice(0, MOST)
    .map(({ label, words }) => ({ label, text: `${before}${gap}${words}` }));
}

interface Name {
  readonly label: string;
  readonly words: string;
}

function namesOf(type: string, { board, people }: CommandContext): readonly Name[] {
  const plain = (label: string): Name => ({ label, words: label });
  switch (type) {
    case 'card':
    case 'cards':
      return board
        .columns()
        .flatMap(({ id }: { id: Id }) =>
          board.cardsIn(id).map((card) => ({ label: nameCard(board, card), words: `${board.key}-${card.number}` })),
        );
    case 'column':
      return board.columns().map(({ title }) => plain(title));
    case 'label':
    case 'labels':
      return board.labels().map(({ name }) => plain(name));
    case 'person':
    case 'people':
      return people.map(({ name }) => plain(name));
    case 'priority':
      return PRIORITIES.map(plain);
    case 'date':
      return DAYS.map(plain);
    default:
      return [];
  }
}

/** Whether each word that was typed begins a word of the name. */
function isBegunBy(name: string, begun: string): boolean {
  const words = readForm(name).plain.split(' ');
  return readForm(begun)
    .plain.split(' ')
    .every((typed) => words.some((word) => word.startsWith(typed)));
}

function lastClause({ words }: Said, end: number): number {
  const at = words.findLastIndex(({ norm, kind }, index) => index < end && kind !== 'quote' && CONNECTIVES.has(norm));
  return at + 1;
}
