import type { CardFilter } from '../filter.js';
import type { Card, Id } from '../model.js';
import { choicesOf, quoted } from './choices.js';
import { firstOf, goesOnAt, positionsAt, type Position } from './positions.js';
import { clear, SURE, type Doubt, type Reading } from './reading.js';
import { onceInScene } from './once-in-scene.js';
import { readPhrases, type Phrase } from './read-phrase.js';
import type { Scene } from './scene.js';
import { inColumns } from './traits.js';
import { EXCEPT, trait, type Trait } from './trait.js';
import { nameCards } from './questions/say.js';
import { sayHowMany } from './say-set.js';
import { normsOf, textOf, type Span, type Word } from './words.js';

/** Cards that have something in common. */
export interface CardSet {
  /** In the order of the board, or in that which the words ask for. */
  readonly ids: readonly Id[];
  /** What they have in common, as it is told. */
  readonly traits: readonly Trait[];
  /** The same as a filter of the board, where one says it. */
  readonly filter: CardFilter | null;
  /** Whether a single card was spoken of. */
  readonly isSingle: boolean;
  /** Whether they are only some of those: the first two. */
  readonly isPart?: boolean;
}

/** More cards than these are told in the words that were said. */
const MOST_EXCEPT = 3;

/** What words for cards with something in common stand for: `all overdue cards in Review except TK-3`. There may be none. */
export const readCardSet = onceInScene(readWhole);

function readWhole(scene: Scene, span: Span): Reading<CardSet> {
  const whole = readPart(scene, span);
  if (whole) return whole;
  const { words } = scene.said;
  for (let at = span.from + 1; at < span.to - 1; at += 1) {
    const from = exceptAt(words, at);
    if (from === null) continue;
    const isComma = words[at - 1]?.norm === ',' && words[at - 1]?.kind === 'sign';
    const placed = readPlacedAfter(scene, { from: span.from, at, others: { from, to: span.to } });
    if (placed) return placed;
    const set = readPart(scene, { from: span.from, to: isComma ? at - 1 : at });
    const others = among(scene, readOthers(scene, { from, to: span.to }), set);
    if (set?.kind !== 'clear' || others?.kind !== 'clear')
      return set?.kind === 'clear' ? others && asDoubt(others) : null;
    const { ids, traits, ...rest } = set.value;
    const left = ids.filter((id) => !others.value.includes(id));
    const isNamed = others.value.length <= MOST_EXCEPT;
    const except = trait({
      words: `except ${isNamed ? nameCards(scene, others.value) : `“${textOf(scene.said, { from, to: span.to })}”`}`,
    });
    return clear({ ...rest, ids: left, traits: [...traits, except], filter: null }, others.sure);
  }
  return null;
}

/** Of several that an exception may mean, what is among the cards. */
function among(scene: Scene, others: Reading<readonly Id[]>, set: Reading<CardSet>): Reading<readonly Id[]> {
  if (others?.kind !== 'doubt' || set?.kind !== 'clear') return others;
  const meant = others.doubt.choices.flatMap(({ words }) => {
    const again = scene.reader.resay(words);
    const cards = again.reader.slot('cards', { from: 0, to: again.said.words.length });
    return cards?.kind === 'clear' && cards.value.some((id) => set.value.ids.includes(id)) ? [cards.value] : [];
  });
  const [only, ...more] = meant;
  return only && more.length === 0 ? clear(only, SURE.words) : others;
}

/** What is said of cards without a word for them: `overdue`, `assigned to Ana in Review`. */
export function readTraits(scene: Scene, span: Span): Reading<CardSet> {
  // The name of a column or of a label alone says nothing of cards.
  const isName = scene.reader.canBe('column', span) || scene.reader.canBe('label', span);
  if (isName && !SAYS_SO.has(normsOf(scene.said, span).join(' '))) return null;
  const phrases = readPhrases(scene, span, { isBare: true });
  const best = phrases.find((phrase) => phrase?.kind === 'clear') ?? phrases[0];
  return best?.kind === 'clear' ? readAll(scene, span, { phrase: best.value, sure: best.sure }) : (best ?? null);
}

const SAYS_SO = new Set(['done', 'blocked', 'urgent', 'overdue', 'late', 'open']);
interface Excepting {
  readonly from: number;
  /** Where “except” stands. */
  readonly at: number;
  readonly others: Span;
}

/** “All cards except TK-3 from Review”: the column is said last, and is that of all of them. */
function readPlacedAfter(scene: Scene, { from, at, others }: Excepting): Reading<CardSet> {
  const { words } = scene.said;
  for (let end = others.from + 1; end < others.to - 1; end += 1) {
    const { norm = '', kind } = words[end] ?? {};
    const column =
      kind === 'word' && PLACES.has(norm) ? scene.reader.slot('column', { from: end + 1, to: others.to }) : null;
    const left = column?.kind === 'clear' ? readOthers(scene, { from: others.from, to: end }) : null;
    if (column?.kind !== 'clear' || left?.kind !== 'clear') continue;
    const set = readPart(scene, { from, to: at });
    // “All” alone is all of something only where a column follows.
    const isAll = words[from]?.norm === 'all' && at === from + 1;
    if (set?.kind !== 'clear' && !isAll) continue;
    if (set?.kind === 'clear' && set.value.ids.every((id) => scene.board.card(id)?.columnId === column.value)) continue;
    // “Except bugs in Review” are those in Review; a single card needs no column to be told from others.
    const isSet = readPart(scene, { from: others.from, to: end }) !== null;
    if (norm !== 'from' && isSet) continue;
    const text = (part: Span) => textOf(scene.said, part);
    const title = scene.board.column(column.value)?.title ?? '';
    const plain = `${text({ from, to: at })} in ${quoted(title)} ${text({ from: at, to: end })}`;
    if (norm !== 'from' || isSet) {
      const choices = [{ label: plain.replaceAll('"', ''), words: plain }];
      return { kind: 'doubt', doubt: { question: 'Which cards are meant?', choices, span: { from, to: others.to } } };
    }
    const again = scene.reader.resay(plain);
    return readCardSet(again, { from: 0, to: again.said.words.length });
  }
  return null;
}

const PLACES = new Set(['from', 'in']);

/** Where the cards begin that are not meant, behind “except”, “apart from” and the like. */
export function exceptAt(words: readonly Word[], at: number): number | null {
  const norm = (index: number) => (words[index]?.kind === 'word' ? (words[index]?.norm ?? '') : '');
  const two = `${norm(at)} ${norm(at + 1)}`;
  if (['but not', 'apart from', 'other than', 'aside from', 'except for', 'except from'].includes(two)) return at + 2;
  return EXCEPT.has(norm(at)) ? at + 1 : null;
}

/** The cards that are not meant; a column stands for those in it, a label for those that have it. */
export function readOthers(scene: Scene, span: Span): Reading<readonly Id[]> {
  const set = scene.reader.slot('traits', span);
  // “Except Lena's” are hers, whatever has her name in its title.
  if (set?.kind === 'clear' && scene.said.words[span.to - 1]?.norm === "'s") return clear(set.value.ids, set.sure);
  const cards = scene.reader.slot('cards', span);
  if (cards) return cards;
  const column = scene.reader.slot('column', span);
  if (column) return column.kind === 'clear' ? clear(scene.board.cardsIn(column.value).map(({ id }) => id)) : column;
  const label = scene.reader.slot('label', span);
  if (label?.kind === 'clear') {
    const has = (id: Id) => scene.board.card(id)?.labelIds.includes(label.value) === true;
    return clear(
      scene.board.columns().flatMap(({ id }) =>
        scene.board
          .cardsIn(id)
          .map((card) => card.id)
          .filter(has),
      ),
    );
  }
  return set?.kind === 'clear' ? clear(set.value.ids, set.sure) : set;
}

function asDoubt(reading: Reading<unknown>): { readonly kind: 'doubt'; readonly doubt: Doubt } | null {
  return reading?.kind === 'doubt' ? reading : null;
}

/** Cards that have something in common, as a slot: one or more of them, or a sentence why there are none. */
export function findCardSet(scene: Scene, span: Span): Reading<readonly Id[]> {
  const set = readCardSet(scene, span);
  if (set?.kind !== 'clear') return set;
  const { ids, isSingle } = set.value;
  const there = sayHowMany(scene, set.value);
  if (ids.length === 0) return doubt(span, `${there}.`);
  if (!isSingle || ids.length === 1) return clear(ids, set.sure);
  const question = `${there}. Which one do you mean?`;
  return { kind: 'doubt', doubt: { question, choices: choicesOf(scene.board, ids), span } };
}

function doubt(span: Span, question: string): { readonly kind: 'doubt'; readonly doubt: Doubt } {
  return { kind: 'doubt', doubt: { question, choices: [], span } };
}

function readPart(scene: Scene, span: Span): Reading<CardSet> {
  const owner = columnOwner(scene, span);
  const core = owner ? { from: owner.to, to: span.to } : span;
  const positions = positionsAt(scene.said, core);
  const rest = { from: positions.at(-1)?.to ?? core.from, to: span.to };
  // “The first” of “the first and last card in Review” is not yet told of what.
  if (positions.length > 0 && rest.from === rest.to && goesOnAt(scene.said, rest.to)) return null;
  const phrases = readPhrases(scene, rest, { isPlaced: positions.length > 0 }).map((phrase) =>
    withOwner(phrase, owner?.trait),
  );
  const best = phrases.find((phrase) => phrase?.kind === 'clear') ?? phrases[0];
  if (best?.kind !== 'clear') return best ?? null;
  const { value, sure } = best;
  if (positions.length > 0)
    return value.quantity === null ? readPositions(scene, { phrase: value, positions, span }) : null;
  return value.quantity === 'unclear' ? null : readAll(scene, span, { phrase: value, sure });
}

interface Owner {
  readonly trait: Trait;
  readonly to: number;
}

/** “Review's” before its cards. */
function columnOwner(scene: Scene, { from, to }: Span): Owner | null {
  const { words } = scene.said;
  for (let at = from + 1; at < to - 1; at += 1) {
    if (words[at]?.norm !== "'s" || words[at]?.kind === 'quote') continue;
    const column = scene.reader.slot('column', { from, to: at });
    return column?.kind === 'clear' ? { trait: inColumns(scene, [column.value]), to: at + 1 } : null;
  }
  return null;
}

function withOwner(phrase: Reading<Phrase>, owner: Trait | undefined): Reading<Phrase> {
  if (phrase?.kind !== 'clear' || !owner) return phrase;
  return clear({ ...phrase.value, traits: [...phrase.value.traits, owner] }, phrase.sure);
}

function readAll(scene: Scene, span: Span, { phrase, sure }: { phrase: Phrase; sure: number }): Reading<CardSet> {
  const { traits, quantity, isSingular } = phrase;
  // “Cards” alone is a word, and “the cards” are those that were spoken of.
  const isCounted = typeof quantity === 'number' && scene.said.words[span.from]?.norm === 'all';
  if (traits.length === 0 && quantity !== 'all' && !isCounted) return null;
  const ids = cardsOf(scene, traits).map(({ id }) => id);
  if (typeof quantity === 'number' && quantity !== ids.length) {
    return doubt(span, `${sayHowMany(scene, { ids, traits })}, not ${quantity}. Say which.`);
  }
  return clear({ ids, traits, filter: filterOf(traits), isSingle: isSingular && quantity !== 'all' }, sure);
}

interface Positioned {
  readonly phrase: Phrase;
  readonly positions: readonly Position[];
  readonly span: Span;
}

function readPositions(scene: Scene, { phrase, positions, span }: Positioned): Reading<CardSet> {
  const { traits } = phrase;
  const cards = cardsOf(scene, traits);
  const columnIds = new Set(cards.map(({ columnId }) => columnId));
  if (positions.some(({ by }) => by === 'place') && columnIds.size > 1) return askColumn(scene, span, [...columnIds]);
  const places = new Set(positions.flatMap((position) => firstOf(cards, position)));
  const found = cards.filter((card) => places.has(card));
  const wanted = positions.reduce((sum, { count }) => sum + count, 0);
  if (found.length < wanted) {
    const there = sayHowMany(scene, { ids: cards.map(({ id }) => id), traits });
    return doubt(span, cards.length === 0 ? `${there}.` : `${there}, and no more.`);
  }
  return clear({ ids: found.map(({ id }) => id), traits, filter: null, isSingle: wanted === 1, isPart: true });
}

function askColumn({ said, board }: Scene, span: Span, columnIds: readonly Id[]): Reading<CardSet> {
  const words = normsOf(said, span).join(' ');
  const choices = columnIds.slice(0, 6).map((id) => {
    const title = board.column(id)?.title ?? '';
    return { label: `In ${title}`, words: `${words} in "${title}"` };
  });
  return { kind: 'doubt', doubt: { question: 'In which column?', choices, span } };
}

function cardsOf({ board }: Scene, traits: readonly Trait[]): readonly Card[] {
  const columns = traits.flatMap(({ columnIds }) => (columnIds ? [columnIds] : []));
  const among = board.columns().filter(({ id }) => columns.every((ids) => ids.includes(id)));
  return among.flatMap(({ id }) => board.cardsIn(id).filter((card) => traits.every(({ test }) => test(card))));
}

/** All filters in one; none where two of them ask for the same kind: a filter would take either. */
function filterOf(traits: readonly Trait[]): CardFilter | null {
  let all: CardFilter = {};
  for (const { filter } of traits) {
    if (!filter || Object.keys(filter).some((kind) => Object.hasOwn(all, kind))) return null;
    all = { ...all, ...filter };
  }
  return all;
}
