import { matcherOf, type CardFilter } from '../filter.js';
import type { Card, Id } from '../model.js';
import { clockOf } from './days.js';
import { clear, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { matchTemplate, readTemplate, type Match, type Template } from './template.js';
import { partsOf } from './find-list.js';
import { exactWordsOf, textOf, type Span } from './words.js';

/** Something that cards can have in common. */
export interface Trait {
  readonly test: (card: Card) => boolean;
  /** As it stands in a sentence. */
  readonly words: string;
  /** Whether it stands before the word for cards: “overdue cards”, but “cards in Review”. */
  readonly isBefore: boolean;
  /** The same as a filter of the board, where one says it. */
  readonly filter: CardFilter | null;
  /** The columns that it takes cards from. */
  readonly columnIds: readonly Id[] | null;
  /** Whose all of them are, where that is all that it says. */
  readonly ownerId: Id | null;
}

/** Words before those of some cards that are not meant. */
export const EXCEPT: ReadonlySet<string> = new Set(['except', 'but', 'excluding', 'without', 'besides', 'minus']);

/** A way to speak of a trait. */
export interface TraitRule {
  readonly templates: readonly Template[];
  readonly isAdjective: boolean;
  readonly read: (match: Match, scene: Scene, span: Span) => Reading<Trait>;
}

export function rule(say: readonly string[], read: TraitRule['read']): TraitRule {
  return { templates: say.map(readTemplate), isAdjective: false, read };
}

/** Also said before the word for cards. */
export function adjective(say: readonly string[], read: TraitRule['read']): TraitRule {
  return { ...rule(say, read), isAdjective: true };
}

type Told = Partial<Omit<Trait, 'words'>> & { readonly words: string };

export function trait(told: Told): Trait {
  return { test: () => true, isBefore: false, filter: null, columnIds: null, ownerId: null, ...told };
}

function goesWith(words: string, others: string): boolean {
  const [one, other] = [words, others].map((said) => said.replace(/^without /u, 'not ').split(' ')[0]);
  return one === other && (one === 'not' || one === 'labelled');
}

/** “overdue cards in “Review””, as it stands in a sentence; “overdue card in “Review”” of one. */
export function nameTraits(traits: readonly Trait[], count = 2): string {
  const before = traits.filter(({ isBefore }) => isBefore);
  const after = traits.filter(({ isBefore }) => !isBefore);
  const of = (some: readonly Trait[]) => some.map(({ words }) => words);
  // “Without a due date and without an owner”.
  const behind = of(after).map((words, at) =>
    at > 0 && goesWith(words, after[at - 1]?.words ?? '') ? `and ${words}` : words,
  );
  return [...of(before), count === 1 ? 'card' : 'cards', ...behind].join(' ');
}

/** A trait that a filter of the board says: it means here what it means there. */
export function filterTrait(scene: Scene, filter: CardFilter, told: Omit<Told, 'test' | 'filter'>): Trait {
  return trait({ ...told, filter, test: matcherOf(scene.board, filter, clockOf(scene.context)) });
}

/** Cards that have one of them or the other; of a column and something else nobody says so. */
export function eitherTrait(one: Trait, other: Trait): Trait | null {
  const columnIds = one.columnIds && other.columnIds ? [...one.columnIds, ...other.columnIds] : null;
  if (!columnIds && (one.columnIds ?? other.columnIds)) return null;
  return trait({
    test: (card) => one.test(card) || other.test(card),
    words: `${one.words} or ${other.words}`,
    isBefore: one.isBefore && other.isBefore,
    filter: one.filter && other.filter && eitherFilter(one.filter, other.filter),
    columnIds,
  });
}

/** A filter takes cards with any of one kind: of two kinds it would ask for both. */
function eitherFilter(one: CardFilter, other: CardFilter): CardFilter | null {
  if (Object.keys({ ...one, ...other }).length > 1) return null;
  if (one.labels && other.labels) return { labels: [...one.labels, ...other.labels] };
  if (one.people && other.people) return { people: [...one.people, ...other.people] };
  if (one.due && other.due) return { due: [...one.due, ...other.due] };
  if (one.priorities && other.priorities) return { priorities: [...one.priorities, ...other.priorities] };
  return null;
}

export function mapClear<Value, Other>(reading: Reading<Value>, change: (value: Value) => Other): Reading<Other> {
  return reading?.kind === 'clear' ? clear(change(reading.value), reading.sure) : reading;
}

/** Several columns: `Review and Done`. */
export function readColumns(scene: Scene, span: Span): Reading<readonly Id[]> {
  const whole = scene.reader.slot('column', span);
  if (whole) return mapClear(whole, (id) => [id]);
  const ids: Id[] = [];
  const parts = partsOf(scene, span);
  if (parts.length < 2) return null;
  for (const [index, part] of parts.entries()) {
    const one = scene.reader.slot('column', part);
    if (one?.kind !== 'clear') return one;
    // “The cards in Review and the column Done” are cards, and a column.
    if (ids.includes(one.value) || (index > 0 && namesColumn(scene, part))) return null;
    ids.push(one.value);
  }
  return clear(ids);
}

function namesColumn({ said: { words } }: Scene, { from, to }: Span): boolean {
  return to - from > 1 && words.slice(from, to).some(({ norm }) => norm === 'column' || norm === 'list');
}

/** All that the words can mean by a rule. */
export function readRule(scene: Scene, span: Span, { templates, read }: TraitRule): readonly Reading<Trait>[] {
  const { said, reader } = scene;
  const canBe = (type: string, part: Span) => {
    if (type === 'columns') return readColumns(scene, part) !== null;
    if (type === 'words') return textOf(said, part) !== '';
    return reader.canBe(type, part);
  };
  return templates
    .flatMap((template) => matchTemplate(template, span.from, { end: span.to, words: exactWordsOf(said), canBe }))
    .map((match) => read(match, scene, span));
}
