import { readForm } from './card-index.js';
import { columnNoun, isOwnNoun, PLURAL, SINGULAR, titleNouns } from './card-nouns.js';
import { quoted } from './choices.js';
import { numberOf } from './positions.js';
import { allCards } from './questions/say.js';
import { onceInScene } from './once-in-scene.js';
import { clear, SURE, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { eitherTrait, readRule, trait, type Trait, type TraitRule } from './trait.js';
import { TRAIT_RULES } from './traits.js';
import { isPlural } from './typos.js';
import { textOf, type Span } from './words.js';

/** Words for cards by what they have in common, without what only counts them. */
export interface Phrase {
  readonly traits: readonly Trait[];
  /** How many of them were said to be meant; `unclear`: some, and nobody knows which. */
  readonly quantity: 'all' | 'the' | 'unclear' | number | null;
  readonly isSingular: boolean;
}

const ALL = new Set(['all', 'every', 'each', 'everything', 'any', 'anything', 'whatever']);
/** What stands for cards by itself. */
const NOUNLESS = new Set(['everything', 'anything', 'whatever', 'all']);
const UNCLEAR = new Set(['a', 'an', 'some', 'another', 'no', 'few', 'several', 'many']);
const LINKS = [
  'that are',
  'which are',
  'that is',
  'which is',
  'thats',
  'who are',
  'that',
  'which',
  'are',
  'and',
  ',',
  'is',
  'currently',
];
const NOT = new Set(['not', 'isnt', 'arent']);
const MOST_WORDS = 9;

interface Here {
  readonly at: number;
  readonly traits: readonly Trait[];
  readonly sure: number;
  /** Whether the word for cards is only this board's. */
  readonly isOwn?: boolean;
}

interface Ways {
  /** Without a word for cards, as after “what is …”. */
  readonly isBare?: boolean;
  /** Behind “the first” no word for cards has to follow. */
  readonly isPlaced?: boolean;
}

/** All the ways to read words as such a phrase. */
export function readPhrases(
  scene: Scene,
  span: Span,
  { isBare = false, isPlaced = false }: Ways = {},
): readonly Reading<Phrase>[] {
  const { words } = scene.said;
  const norm = (at: number) => (at < span.to && words[at]?.kind !== 'quote' ? (words[at]?.norm ?? '') : '');
  const found: Reading<Phrase>[] = [];
  const counted = quantityAt(norm, span.from);
  const begin = isBare
    ? ({ at: span.from, quantity: null, isNounless: true } as const)
    : { ...counted, isNounless: counted.isNounless || isPlaced };
  if (begin.at >= span.to && !begin.isNounless) return [];

  // “Any card” is one of them, “any cards” are all.
  const isAnyOne = !isBare && norm(span.from) === 'any';
  const end = ({ at, traits, sure, isOwn = false }: Here, isSingular: boolean) => {
    // A card is in one column: “in Review and in Done” is no card.
    const places = traits.filter(({ columnIds }) => columnIds !== null);
    // Nobody means the whole board by a word that may be a part of titles.
    const isMeant = !isOwn || traits.length > 0;
    if (at === span.to && places.length < 2 && isMeant && !isContrary(traits))
      found.push(clear({ traits, quantity: isAnyOne && isSingular ? 'unclear' : begin.quantity, isSingular }, sure));
  };
  const eachTrait = (here: Here, isAdjective: boolean, go: (next: Here) => void) => {
    for (let to = here.at + 1; to <= Math.min(span.to, here.at + MOST_WORDS); to += 1) {
      for (const reading of traitsAt(scene, { from: here.at, to }, isAdjective)) {
        if (reading?.kind === 'clear') {
          const sure = Math.min(here.sure, reading.sure);
          go({ ...here, at: to, traits: [...here.traits, reading.value], sure });
          if (norm(to) !== 'or') continue;
          eachTrait({ ...here, at: to + 1, sure }, isAdjective, (next) => {
            const last = next.traits.at(-1);
            const either = last ? eitherTrait(reading.value, last) : null;
            if (either) go({ ...next, traits: [...here.traits, either] });
          });
        } else if (reading) found.push(reading);
      }
    }
  };
  const after = (here: Here, isSingular: boolean) => {
    end(here, isSingular);
    if (here.at >= span.to) return;
    eachTrait(here, false, (next) => after(next, isSingular));
    const negate = (there: Here) => {
      if (!NOT.has(norm(there.at))) return;
      eachTrait({ ...there, at: there.at + 1 }, false, (next) => after(negated(next), isSingular));
    };
    negate(here);
    const link = LINKS.find((words) => words.split(' ').every((word, index) => norm(here.at + index) === word));
    // What is said without a word for cards does not begin with “and”.
    if (link === undefined || (isBare && here.at === span.from && JOINS.has(link))) return;
    const linked = { ...here, at: here.at + link.split(' ').length };
    eachTrait(linked, false, (next) => {
      const words = { from: linked.at, to: next.at };
      if (!(JOINS.has(link) && (isOneMore(next.traits) || isColumnMore(scene, here.traits, words))))
        after(next, isSingular);
    });
    negate(linked);
  };
  const before = (here: Here) => {
    const noun = norm(here.at);
    if (SINGULAR.has(noun)) after({ ...here, at: here.at + 1 }, true);
    if (PLURAL.has(noun)) after({ ...here, at: here.at + 1 }, false);
    const isOwn = isOwnNoun(scene, noun);
    if (isOwn) after({ ...here, at: here.at + 1, isOwn }, !isPlural(noun));
    const isOwned = here.traits.some(({ ownerId }) => ownerId !== null);
    labelNoun(scene, here.at, { isEvery: isPlaced || isOwned || begin.quantity !== null }).forEach(
      ({ trait: labeled, isSingular }) => {
        if (here.at < span.to) after({ ...here, at: here.at + 1, traits: [...here.traits, labeled] }, isSingular);
      },
    );
    // “All” alone is all of what was spoken of; only “everything” is the whole board.
    if (begin.isNounless && (here.traits.length > 0 || here.at < span.to || norm(span.from) !== 'all'))
      after(here, false);
    eachTrait(here, true, before);
    const isCounted = begin.quantity === 'all' || typeof begin.quantity === 'number';
    if (isCounted || here.traits.length > 0) {
      const column = columnNoun(scene, { from: here.at, to: span.to });
      if (column) after({ ...here, at: column.to, traits: [...here.traits, column.trait] }, false);
    }
    if (!isCounted || isOwn || PLURAL.has(noun) || SINGULAR.has(noun)) return;
    const isPlain = (at: number) => traitsAt(scene, { from: at, to: at + 1 }, true).length === 0;
    for (const { trait: titled, ...rest } of titleNouns(scene, { from: here.at, to: span.to }, isPlain)) {
      after({ at: rest.to, traits: [...here.traits, titled], sure: SURE.words }, rest.isSingular);
    }
  };
  const sorted = () => found.toSorted((one, other) => traitsIn(other) - traitsIn(one));
  if (isBare) {
    after({ at: span.from, traits: [], sure: 1 }, false);
    return sorted();
  }
  const start = norm(begin.at) === 'of' ? begin.at + 1 : begin.at;
  before({ at: norm(start) === 'the' && start > begin.at ? start + 1 : start, traits: [], sure: 1 });
  if (start > begin.at) before({ at: begin.at, traits: [], sure: 1 });
  return sorted();
}

/** “Without a label design” is not what has no label and the label “Design”: nothing could be. */
function isContrary(traits: readonly Trait[]): boolean {
  return (['labels', 'people', 'priorities', 'due'] as const).some((kind) => {
    const asked = traits.flatMap(({ filter }) => (filter?.[kind] ? [filter[kind] as readonly string[]] : []));
    return asked.some((some) => some.includes('none')) && !asked.every((some) => some.includes('none'));
  });
}

function traitsIn(reading: Reading<Phrase>): number {
  return reading?.kind === 'clear' ? reading.value.traits.length : 0;
}

const JOINS = new Set(['and', ',']);

/** “Bugs and features” are either, and not cards that are both. */
function isOneMore(traits: readonly Trait[]): boolean {
  const last = traits.at(-1);
  if (!last?.filter) return false;
  const kinds = Object.keys(last.filter);
  return traits.slice(0, -1).some(({ filter }) => kinds.some((kind) => filter !== null && Object.hasOwn(filter, kind)));
}

/** “In Review and Done” are two columns, and no cards in Review that are done. */
function isColumnMore({ reader }: Scene, traits: readonly Trait[], words: Span): boolean {
  return traits.some(({ columnIds }) => columnIds !== null) && reader.slot('column', words)?.kind === 'clear';
}

function negated(here: Here): Here {
  const last = here.traits.at(-1);
  if (!last) return here;
  const { test, words, columnIds } = last;
  const not = trait({
    test: (card) => !(test(card) && (columnIds?.includes(card.columnId) ?? true)),
    words: `not ${words.replace(/^of yours/u, 'yours')}`,
  });
  return { ...here, traits: [...here.traits.slice(0, -1), not] };
}

interface Quantity {
  readonly at: number;
  readonly quantity: Phrase['quantity'];
  /** Whether no word for cards has to follow. */
  readonly isNounless: boolean;
}

/** The words for how many that a phrase begins with. */
function quantityAt(norm: (at: number) => string, from: number): Quantity {
  let at = from;
  let quantity: Phrase['quantity'] = null;
  let isNounless = false;
  const first = norm(at);
  if (ALL.has(first)) {
    quantity = 'all';
    isNounless = NOUNLESS.has(first);
    at += 1;
    if (norm(at) === 'of' && ['the', 'my'].includes(norm(at + 1))) at += 1;
  } else if (from > 0 && (first === 'whats' || (first === 'what' && norm(at + 1) === 'is'))) {
    // “Move what is overdue”, but “What is overdue?”
    return { at: first === 'what' ? at + 2 : at + 1, quantity: 'the', isNounless: true };
  } else if (UNCLEAR.has(first)) return { at: at + 1, quantity: 'unclear', isNounless: false };
  if (norm(at) === 'the' || norm(at) === 'these' || norm(at) === 'those') {
    at += 1;
    quantity ??= 'the';
  }
  if (norm(at) === 'both') return { at: norm(at + 1) === 'the' ? at + 2 : at + 1, quantity: 2, isNounless: false };
  const count = numberOf(norm(at));
  // “One card” may be any of them; “the two cards” are all that there are.
  if (count !== null && norm(at) !== 'one') {
    return { at: at + 1, quantity: quantity === null ? 'unclear' : count, isNounless: false };
  }
  return { at, quantity, isNounless };
}

interface LabelNoun {
  readonly trait: Trait;
  readonly isSingular: boolean;
}

/** “Bugs” are the cards with the label “Bug”. */
function labelNoun(scene: Scene, at: number, { isEvery }: { isEvery: boolean }): readonly LabelNoun[] {
  const word = scene.said.words[at];
  if (word?.kind !== 'word') return [];
  const { plain } = readForm(word.text);
  return traitsAt(scene, { from: at, to: at + 1 }, true).flatMap((reading) => {
    if (reading?.kind !== 'clear' || !reading.value.filter?.labels) return [];
    const isSingular = !plain.endsWith('s');
    return isSingular && !isEvery ? [] : [{ trait: reading.value, isSingular }];
  });
}

const traitsOfCards = onceInScene((scene, span) => readRules(scene, span, TRAIT_RULES));
const adjectivesOfCards = onceInScene((scene, span) => readRules(scene, span, ADJECTIVE_RULES));
const ADJECTIVE_RULES = TRAIT_RULES.filter(({ isAdjective }) => isAdjective);

function traitsAt(scene: Scene, span: Span, isAdjective: boolean): readonly Reading<Trait>[] {
  return isAdjective ? adjectivesOfCards(scene, span) : traitsOfCards(scene, span);
}

function readRules(scene: Scene, span: Span, rules: readonly TraitRule[]): readonly Reading<Trait>[] {
  const readings = rules.flatMap((rule) => readRule(scene, span, rule)).filter((reading) => reading !== null);
  return settle(scene, span, readings);
}

/** A label called “Urgent” is not what is of urgent priority: where the cards are others, only who says it knows. */
function settle(scene: Scene, span: Span, readings: readonly Reading<Trait>[]): readonly Reading<Trait>[] {
  const traits = readings.flatMap((reading) => (reading?.kind === 'clear' ? [reading.value] : []));
  const labeled = traits.find(({ filter }) => filter?.labels);
  if (traits.length < 2 || !labeled) return readings;
  const idsOf = ({ test, columnIds }: Trait) =>
    allCards(scene.board)
      .filter((card) => test(card) && (columnIds?.includes(card.columnId) ?? true))
      .map(({ id }) => id)
      .join(' ');
  const some = traits.map((one) => ({ one, ids: idsOf(one) })).filter(({ ids }) => ids !== '');
  const [only] = some;
  if (!only) return readings;
  if (some.every(({ ids }) => ids === only.ids)) return [clear(only.one)];
  const name = textOf(scene.said, span);
  const choices = some.flatMap(({ one }) => {
    const [priority] = one.filter?.priorities ?? [];
    if (one === labeled) return [{ label: `Cards labelled “${name}”`, words: quoted(name) }];
    return priority === undefined ? [] : [{ label: `Cards of ${priority} priority`, words: `${priority} priority` }];
  });
  return [{ kind: 'doubt', doubt: { question: `“${name}” is a label, too. Which cards do you mean?`, choices, span } }];
}
