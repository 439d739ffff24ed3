import type { Id, Priority } from '../model.js';
import { factsIn, readFacts } from './card-facts.js';
import { readForm } from './card-index.js';
import { columnOfNoun, isOwnNoun, PLURAL, SINGULAR } from './card-nouns.js';
import { numberOf } from './positions.js';
import type { Doubt } from './reading.js';
import type { Scene } from './scene.js';
import type { Facts } from './slot-values.js';
import { isPlural } from './typos.js';
import type { Span, Word } from './words.js';

/** What stands before the titles of new cards: `two urgent bugs in Backlog:`. */
export interface Frame {
  /** What it says of all of them. */
  readonly facts: Facts;
  /** Where the titles are. */
  readonly rest: Span;
  /** Whether it was said that cards are to be made. */
  readonly isNamed: boolean;
  readonly isSeveral: boolean;
  /** How many there are to be, where that was said. */
  readonly count: number | null;
  /** What of that may mean several things. */
  readonly doubt?: Doubt | undefined;
  /** Where such a card belongs, if nothing else is said. */
  readonly columnId?: Id | undefined;
}

const ARTICLES = new Set(['a', 'an', 'the', 'another', 'new', 'some', 'these', 'following', 'one', 'of', 'my']);
const CALLED = new Set(['called', 'named', 'titled', ':', 'saying', '-', '–']);
const LINKS = new Set([...CALLED, 'for', 'to', 'about', ',']);
const PRIORITY_WORDS: ReadonlyMap<string, Priority> = new Map([
  ['urgent', 'urgent'],
  ['critical', 'urgent'],
  ['high-priority', 'high'],
  ['low-priority', 'low'],
  ['high-prio', 'high'],
  ['low-prio', 'low'],
]);

/** The frame around the titles; there is always one, if only an empty one. */
export function frameOf(scene: Scene, span: Span): Frame {
  const bare: Frame = { facts: {}, rest: span, isNamed: false, isSeveral: false, count: null };
  const head = headOf(scene, span);
  if (head) return head;
  const colon = signAt(scene, span, new Set([':']));
  const facts = colon === null ? null : factsIn(scene, { from: skipArticles(scene, span.from, colon), to: colon });
  // “Add to Backlog: a, b” has no word for cards, and says as much.
  if (colon === null || !facts || Object.keys(facts).length === 0) return bare;
  return { facts, rest: { from: colon + 1, to: span.to }, isNamed: true, isSeveral: true, count: null };
}

function headOf(scene: Scene, { from, to }: Span): Frame | null {
  const { words } = scene.said;
  const norm = (at: number) => normAt(words, at, to);
  let at = skipArticles(scene, from, to);
  const count = numberOf(norm(at));
  if (count !== null && norm(at) !== 'one') at = skipArticles(scene, at + 1, to);
  let facts: Facts = {};
  for (let adjective = adjectiveAt(scene, at, to); adjective; adjective = adjectiveAt(scene, at, to)) {
    facts = { ...facts, ...adjective.facts };
    at = adjective.to;
  }
  const label = labelAt(scene, at, to);
  const isNoun = SINGULAR.has(norm(at)) || PLURAL.has(norm(at));
  // “Three scenes: …” are cards, whatever they are called.
  const isCounted = count !== null && isPlural(norm(at));
  const columnId = columnOfNoun(scene, norm(at));
  if (!isNoun && !label && !isCounted && columnId === undefined && !isOwnNoun(scene, norm(at))) return null;
  if (label) facts = { ...facts, labelIds: [...(facts.labelIds ?? []), label.id] };
  const isSeveral = PLURAL.has(norm(at)) || label?.isPlural === true || (!isNoun && !label && isPlural(norm(at)));
  const titled = titlesAfter(scene, { from: at + 1, to });
  // “A bug” alone can begin any title: only “a bug called …”, or one in quotation marks, says that it is the label.
  if (!titled || (!isNoun && !titled.isCalled && words[at + 1]?.kind !== 'quote')) return null;
  return {
    facts: { ...facts, ...titled.facts },
    rest: titled.rest,
    isNamed: true,
    isSeveral,
    count: isSeveral ? count : null,
    doubt: titled.doubt,
    columnId: isNoun || label ? undefined : columnId,
  };
}

interface Titled {
  readonly facts: Facts;
  readonly rest: Span;
  readonly isCalled: boolean;
  readonly doubt?: Doubt;
}

/** What follows the word for cards: what is said of them first, and then what they are called. */
function titlesAfter(scene: Scene, { from, to }: Span): Titled | null {
  const { words } = scene.said;
  // What stands in quotation marks is what it is called.
  if (words[from]?.kind === 'quote' && from < to) return { facts: {}, rest: { from, to }, isCalled: true };
  for (let at = from; at < to; at += 1) {
    if (!CALLED.has(normAt(words, at, to))) continue;
    const facts = factsIn(scene, { from, to: at });
    const next = normAt(words, at + 1, to) === ':' ? at + 2 : at + 1;
    if (facts) return { facts, rest: { from: next, to }, isCalled: true };
  }
  if (factsIn(scene, { from, to })) return { facts: {}, rest: { from: to, to }, isCalled: false };
  // “For Bob to call the printer”.
  for (let at = from + 1; at < to; at += 1) {
    const facts = normAt(words, at, to) === 'to' ? readFacts(scene, { from, to: at }) : null;
    if (facts?.kind === 'doubt') return { facts: {}, rest: { from: at + 1, to }, isCalled: false, doubt: facts.doubt };
    if (facts) return { facts: facts.value, rest: { from: at + 1, to }, isCalled: false };
  }
  const start = LINKS.has(normAt(words, from, to)) ? from + 1 : from;
  return { facts: {}, rest: { from: start, to }, isCalled: false };
}

interface Adjective {
  readonly facts: Facts;
  readonly to: number;
}

/** “Urgent”, “high priority”, or a label before the word for cards. */
function adjectiveAt(scene: Scene, at: number, end: number): Adjective | null {
  const { words } = scene.said;
  const priority = PRIORITY_WORDS.get(normAt(words, at, end));
  if (priority) return { facts: { priority }, to: at + 1 };
  if (normAt(words, at + 1, end) === 'priority') {
    const reading = scene.reader.slot('priority', { from: at, to: at + 1 });
    if (reading?.kind === 'clear') return { facts: { priority: reading.value }, to: at + 2 };
  }
  for (let to = at + 1; to <= Math.min(end - 1, at + MOST_IN_LABEL); to += 1) {
    const noun = normAt(words, to, end);
    if (!SINGULAR.has(noun) && !PLURAL.has(noun) && !isOwnNoun(scene, noun)) continue;
    const label = scene.reader.slot('label', { from: at, to });
    return label?.kind === 'clear' ? { facts: { labelIds: [label.value] }, to } : null;
  }
  return null;
}

const MOST_IN_LABEL = 3;

function labelAt(scene: Scene, at: number, end: number): { readonly id: Id; readonly isPlural: boolean } | null {
  const word = scene.said.words[at];
  if (at >= end || word?.kind !== 'word') return null;
  const reading = scene.reader.slot('label', { from: at, to: at + 1 });
  if (reading?.kind !== 'clear') return null;
  const name = readForm(scene.board.label(reading.value)?.name ?? '').plain;
  return { id: reading.value, isPlural: readForm(word.text).plain === `${name}s` };
}

function skipArticles({ said: { words } }: Scene, from: number, end: number): number {
  let at = from;
  while (ARTICLES.has(normAt(words, at, end))) at += 1;
  return at;
}

function signAt({ said: { words } }: Scene, { from, to }: Span, signs: ReadonlySet<string>): number | null {
  for (let at = from; at < to; at += 1) if (signs.has(normAt(words, at, to))) return at;
  return null;
}

function normAt(words: readonly Word[], at: number, end: number): string {
  const word = at < end ? words[at] : undefined;
  return word && word.kind !== 'quote' ? word.norm : '';
}
