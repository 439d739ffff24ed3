import type { Id } from '../model.js';
import { findCard } from './find-card.js';
import { indexOf, readForm } from './card-index.js';
import { choicesOf, MOST_CHOICES, quoted } from './choices.js';
import { findCardSet } from './find-card-set.js';
import { partsOf } from './find-list.js';
import { findSpoken } from './find-spoken.js';
import { clear, SURE, type Doubt, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { isPlural, stem } from './typos.js';
import { isQuote, textOf, type Span } from './words.js';

/** One or more cards: those that were spoken of, a set of them, or a list of single ones. */
export function findCards(scene: Scene, span: Span): Reading<readonly Id[]> {
  const spoken = findSpoken(scene, span);
  if (spoken !== undefined) return spoken;
  const numbers = findNumbers(scene, span);
  if (numbers) return numbers;
  const one = findCard(scene, span);
  // What is a card's title to the letter is that card, whatever else it could say.
  if (one?.kind === 'clear' && one.sure === SURE.exact) return clear([one.value]);
  return findCardSet(scene, span) ?? doubtName(scene, span, one) ?? findSeveral(scene, span, one);
}

/** A word of a title that is also what a label or a person is called: that card, or all that have it? */
function doubtName(scene: Scene, span: Span, one: Reading<Id>): Reading<readonly Id[]> {
  if (one?.kind !== 'clear' || isQuote(scene.said, span)) return null;
  const { board, context, reader } = scene;
  const [label, person] = [reader.slot('label', span), reader.slot('person', span)];
  const labeled = label?.kind === 'clear' ? board.label(label.value)?.name : undefined;
  const owner = person?.kind === 'clear' ? context.people.find(({ id }) => id === person.value)?.name : undefined;
  if (labeled === undefined && owner === undefined) return null;
  const choices = [...choicesOf(board, [one.value])];
  if (labeled !== undefined)
    choices.push({ label: `All cards labelled “${labeled}”`, words: `all cards labelled ${quoted(labeled)}` });
  if (owner !== undefined) choices.push({ label: `All cards of ${owner}`, words: `all cards of ${quoted(owner)}` });
  return {
    kind: 'doubt',
    doubt: { question: 'That is a name on this board, too. Which cards do you mean?', choices, span },
  };
}

/** “The sample batches” may well be all that are called so. */
function withAll({ said }: Scene, { to }: Span, doubt: Doubt): Reading<readonly Id[]> {
  const { choices } = doubt;
  const last = said.words[to - 1];
  const isSeveral = last?.kind === 'word' && isPlural(last.norm) && choices.length > 1;
  const areCalledSo = choices.every(({ label }) => readForm(label).stems.includes(stem(last?.norm ?? '')));
  if (!isSeveral || !areCalledSo || choices.length >= MOST_CHOICES) return { kind: 'doubt', doubt };
  const all = {
    label: choices.length === 2 ? 'Both' : `All ${choices.length}`,
    words: choices.map(({ words }) => words).join(' and '),
  };
  return { kind: 'doubt', doubt: { ...doubt, choices: [...choices, all] } };
}

function findSeveral(scene: Scene, span: Span, one: Reading<Id>): Reading<readonly Id[]> {
  if (one) return one.kind === 'doubt' ? withAll(scene, span, one.doubt) : clear([one.value], one.sure);
  const ids: Id[] = [];
  let sure = 1;
  const isBoth = scene.said.words[span.from]?.norm === 'both';
  const parts = partsOf(scene, isBoth ? { from: span.from + 1, to: span.to } : span);
  if (parts.length < 2 || (isBoth && parts.length > 2)) return null;
  let counted: Span | null = null;
  for (const [index, part] of parts.entries()) {
    // “All urgent and overdue cards” may be both or either.
    if (index < parts.length - 1 && isCutShort(scene, part)) return null;
    const isShort = isNumber(scene, part) && counted !== null;
    const some = isShort ? findCounted(scene, counted ?? part, part) : findPart(scene, part);
    if (some?.kind !== 'clear') return some;
    if (!isShort) counted = endsInNumber(scene, part) ? part : null;
    ids.push(...some.value);
    sure = Math.min(sure, some.sure);
  }
  return clear([...new Set(ids)], sure);
}

function findPart(scene: Scene, part: Span): Reading<readonly Id[]> {
  const spoken = findSpoken(scene, part);
  return spoken === undefined ? (findCardSet(scene, part) ?? findAlone(scene, part)) : spoken;
}

function isNumber({ said: { words } }: Scene, { from, to }: Span): boolean {
  return to - from === 1 && /^\d+$/u.test(words[from]?.norm ?? '');
}

function endsInNumber(scene: Scene, { from, to }: Span): boolean {
  const isTitle = to - from > 1 && !NUMBERED.has(scene.said.words[to - 2]?.norm ?? '');
  return isTitle && isNumber(scene, { from: to - 1, to });
}

const NUMBERED = new Set(['card', 'task', 'ticket', 'issue', 'item', 'story', 'number', 'no', '#']);

/** “Chapters 2 and 3”: the number alone is that of another chapter, and of no card. */
function findCounted({ said, reader }: Scene, counted: Span, part: Span): Reading<readonly Id[]> {
  const again = reader.resay(`${textOf(said, { from: counted.from, to: counted.to - 1 })} ${textOf(said, part)}`);
  const found = findAlone(again, { from: 0, to: again.said.words.length });
  return found?.kind === 'clear' ? found : null;
}

/** Whether words begin a set of cards and end before they have said what it is of. */
function isCutShort({ said: { words } }: Scene, { from, to }: Span): boolean {
  const norms = words.slice(from, to).map(({ norm }) => norm);
  return (
    ['all', 'every', 'each', 'the'].includes(norms[0] ?? '') && norms.length > 1 && isAdjective(norms.at(-1) ?? '')
  );
}

function isAdjective(norm: string): boolean {
  return ADJECTIVES.has(norm);
}

const ADJECTIVES = new Set(
  'overdue late urgent critical unassigned unlabeled done finished open unfinished blocked stale'.split(' '),
);

function findAlone(scene: Scene, span: Span): Reading<readonly Id[]> {
  const one = findCard(scene, span);
  return one?.kind === 'clear' ? clear([one.value], one.sure) : one;
}

const NOUNS = new Set(['cards', 'card', 'tasks', 'tickets', 'issues', 'items', 'stories']);
const UP_TO = new Set(['to', 'through', 'thru', 'until', '-', '–', '—']);
const BETWEEN = new Set([',', 'and', '&', '+']);
/** More than this is more likely a slip than a range. */
const LONGEST_RANGE = 200;

/** `Cards 3, 5 and 7`, and from one number to another: `TK-3 to TK-6`. */
function findNumbers(scene: Scene, span: Span): Reading<readonly Id[]> {
  const { words } = scene.said;
  const start = words[span.from]?.norm === 'the' ? span.from + 1 : span.from;
  const noun = NOUNS.has(words[start]?.norm ?? '');
  if (start > span.from && !noun) return null;
  const some = words.slice(noun ? start + 1 : start, span.to);
  if (some.some(({ kind }) => kind === 'quote')) return null;
  const said = rangesApart(some.map(({ norm }) => norm));
  // “TK-3 to 6” are cards both.
  const hasNoun = noun || numberIn(scene, said[0] ?? '', false) !== null;
  const numbers = said.map((norm) => numberIn(scene, norm, hasNoun));
  if (said.length < 2 || !said.every((norm, index) => numbers[index] !== null || BETWEEN.has(norm) || UP_TO.has(norm)))
    return null;
  const ids: Id[] = [];
  for (let at = 0; at < said.length; at += 1) {
    const first = numbers[at] ?? null;
    if (first === null) continue;
    const isRange = UP_TO.has(said[at + 1] ?? '');
    const last = isRange ? (numbers[at + 2] ?? null) : first;
    if (last === null || last < first || last - first > LONGEST_RANGE) return null;
    const found = Array.from({ length: last - first + 1 }, (_, index) => idOf(scene, first + index));
    // In a range numbers may be missing; one that was said may not.
    if (found[0] === undefined || found.at(-1) === undefined) return null;
    ids.push(...found.filter((id) => id !== undefined));
    at += isRange ? 2 : 0;
    const next = said[at + 1];
    if (next !== undefined && !BETWEEN.has(next)) return null;
  }
  return ids.length > 1 ? clear([...new Set(ids)]) : null;
}

/** `1-3` and `1..3` as three words. */
function rangesApart(norms: readonly string[]): readonly string[] {
  return norms.flatMap((norm, at) => {
    const [, first, last] = /^(\d+)[-–](\d+)$/u.exec(norm) ?? [];
    if (first !== undefined && last !== undefined) return [first, '-', last];
    if (norm === '.' && norms[at + 1] === '.') return ['to'];
    return norm === '.' && norms[at - 1] === '.' ? [] : [norm];
  });
}

/** `TK-3`, `#3`, and `3` where it was said that cards are meant. */
function numberIn({ board }: Scene, norm: string, hasNoun: boolean): number | null {
  const [, sign, key, digits] = /^(?:(#)|([a-z]+)-?)?(\d{1,9})$/u.exec(norm) ?? [];
  if (digits === undefined || (key !== undefined && key !== board.key.toLowerCase())) return null;
  return hasNoun || sign !== undefined || key !== undefined ? Number(digits) : null;
}

function idOf({ board, context }: Scene, number: number): Id | undefined {
  const id = indexOf(context.board).numbered(number);
  return id !== undefined && board.card(id) ? id : undefined;
}
