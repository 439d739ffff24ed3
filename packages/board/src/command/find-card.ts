import type { Card, Id } from '../model.js';
import { choicesOf } from './choices.js';
import { columnOfNoun } from './card-nouns.js';
import { findCardSet } from './find-card-set.js';
import { SINGULAR } from './card-nouns.js';
import { cardsNear, cardsWith, formOf, indexOf, readForm } from './card-index.js';
import { findSpoken, PRONOUNS } from './find-spoken.js';
import { NO_SLIPS } from './no-slips.js';
import { ordinalOf } from './positions.js';
import { clear, SURE, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { isSlip } from './typos.js';
import { isQuote, NEGATED, textOf, type Span, type Word } from './words.js';

/** Words that a title is asked for without. */
export const SMALL: ReadonlySet<string> = new Set(
  'a an the of with about for on in to and our my it its that this these those them one'.split(' '),
);
const BEFORE = new Set(['the', 'a', 'an', 'my', 'our', 'this', 'that']);
const NAMED = new Set(['called', 'named', 'titled', 'number', 'no', '#', 'about']);
/** Words behind which something else begins: no title is asked for with one of them at its end. */
const OPEN = new Set(['to', 'into', 'onto', 'from', 'with', 'the', 'a', 'an', 'and', 'of', 'for']);
const VAGUE = new Set(['a', 'an', 'any', 'some', 'another', 'no', 'all', 'every', 'each']);
const INSIDE = new Set(['in', 'from', 'on', 'inside']);

/** The one card that words stand for: its number, its title, enough of its title, or where it stands. */
export function findCard(scene: Scene, span: Span): Reading<Id> {
  const spoken = findSpoken(scene, span);
  if (spoken !== undefined) return oneOf(spoken);
  const named = findNamed(scene, span);
  if (named?.kind === 'clear' && named.sure === SURE.exact) return named;
  const described = findDescribed(scene, span);
  if (!named || !described) return named ?? described ?? findNamedIn(scene, span) ?? findPartly(scene, span);
  // What is called so and what is so are two cards.
  if (named.kind === 'clear' && described.kind === 'clear') {
    if (named.value === described.value) return described;
    return ask(scene, span, [named.value, described.value]);
  }
  return named.kind === 'doubt' ? described : named;
}

/** As a slot: “Where is Ana?” may be about her, and is not at once about the card with her name in its title. */
export function findOneCard(scene: Scene, span: Span): Reading<Id> {
  const found = findCard(scene, span);
  const isPerson = !isQuote(scene.said, span) && scene.reader.slot('person', span)?.kind === 'clear';
  return isPerson && found?.kind === 'clear' && found.sure < SURE.exact ? ask(scene, span, [found.value]) : found;
}

function oneOf(spoken: Reading<readonly Id[]>): Reading<Id> {
  if (spoken?.kind !== 'clear') return spoken;
  const [only, ...others] = spoken.value;
  return only !== undefined && others.length === 0 ? clear(only, spoken.sure) : null;
}

/** By its number or its title. */
function findNamed(scene: Scene, span: Span): Reading<Id> {
  const quoted = isQuote(scene.said, span);
  const core = quoted ? span : withoutFrame(scene.said.words, span);
  if (core.to <= core.from || OPEN.has(scene.said.words[core.to - 1]?.norm ?? '')) return null;
  // Whose title holds quotation marks is called by its number: they set titles apart.
  if (!isQuote(scene.said, core) && scene.said.words.slice(core.from, core.to).some(({ kind }) => kind === 'quote'))
    return null;
  const number = quoted ? undefined : numberIn(scene, core, span);
  if (number === null) return missing(scene, span);
  if (number !== undefined) {
    const called = span.to - span.from < 2 ? calledWith(scene, core, number) : [];
    return called.length === 0 ? clear(number) : ask(scene, span, [number, ...called]);
  }
  const found = findTitle(scene, textOf(scene.said, core));
  // What is a name on this board is no slip for a word of a title.
  if (!found || (found.sure === SURE.near && holdsName(scene, core, found.ids))) return null;
  if (found.sure < SURE.exact && saysNothing(scene, { core, span })) return null;
  if (found.sure < SURE.phrase && endsInPronoun(scene, span)) return null;
  // “A bug” is any of them, unless a title says just so.
  if (VAGUE.has(scene.said.words[span.from]?.norm ?? '') && !quoted && found.sure < SURE.exact) return null;
  const [only, ...others] = found.ids;
  if (only === undefined) return null;
  return others.length === 0 ? clear(only, found.sure) : ask(scene, span, found.ids);
}

/** “Move them” and “the first one” are no cards that have “move” and “first” in their titles. */
function saysNothing({ said: { words }, isVerb }: Scene, { core, span }: { core: Span; span: Span }): boolean {
  const isIn = ({ from, to }: Span, test: (norm: string) => boolean) =>
    words.slice(from, to).filter(({ norm }) => test(norm));
  const more = isIn(core, (norm) => !SMALL.has(norm) && !PRONOUNS.has(norm));
  const hasPronoun = isIn(span, (norm) => PRONOUNS.has(norm)).length > 0;
  return hasPronoun && more.every(({ norm }) => isVerb(norm) || norm === 'last' || ordinalOf(norm) !== null);
}

/** “Print it” is something to do, and no card “Print posters”. */
function endsInPronoun({ said: { words } }: Scene, { from, to }: Span): boolean {
  const norms = words.slice(from, to).map(({ norm }) => norm);
  return norms.length > 1 && /(?:^| )(?:it|them|they|those|these|this|that)(?: one)?$/u.test(norms.join(' '));
}

/** Whether there is a name in it that is not a word of the titles as well. */
function holdsName({ said, board, reader }: Scene, { from, to }: Span, ids: readonly Id[]): boolean {
  const isTitle = (span: Span) => {
    const name = ` ${readForm(textOf(said, span)).stems.join(' ')} `;
    return ids.every((id) => stemmed(board.card(id)).includes(name));
  };
  const isName = (span: Span) =>
    (['label', 'person', 'column'] as const).some((type) => reader.slot(type, span)?.kind === 'clear') &&
    !isTitle(span);
  return (
    isName({ from, to }) ||
    Array.from({ length: to - from }, (_, at) => ({ from: from + at, to: from + at + 1 })).some(isName)
  );
}

/** Other cards whose titles begin with a number that stands alone: “12” may be “12 bagels”. */
function calledWith({ said, board, context }: Scene, { from }: Span, except: Id): readonly Id[] {
  const { norm = '' } = said.words[from] ?? {};
  if (!/^\d+$/u.test(norm) || said.words[from - 1]?.norm === '#') return [];
  const ids = cardsWith(indexOf(context.board), [norm]);
  const begins = (id: Id) => stemmed(board.card(id)).startsWith(` ${norm} `);
  return ids.filter((id) => id !== except && begins(id));
}

/** Why a number is none of a card: it was archived, or never was. */
function missing({ said, board, context }: Scene, span: Span): Reading<Id> {
  const number = Number(/\d+/u.exec(textOf(said, span))?.[0]);
  const isArchived = context.archive.cards.some((card) => card.number === number);
  const name = `${board.key}-${number}`;
  const question = isArchived ? `${name} is archived. Restore it first.` : `There is no card ${name} on this board.`;
  return { kind: 'doubt', doubt: { question, choices: [], span } };
}

function ask({ board }: Scene, span: Span, ids: readonly Id[]): Reading<Id> {
  return { kind: 'doubt', doubt: { question: 'Which card do you mean?', choices: choicesOf(board, ids), span } };
}

/** The one card that is as the words say: `the first card in Review`. */
function findDescribed(scene: Scene, span: Span): Reading<Id> {
  const set = findCardSet(scene, span);
  if (set?.kind !== 'clear') return set;
  const [only, ...others] = set.value;
  return only !== undefined && others.length === 0 ? clear(only, set.sure) : null;
}

/** By its title and the column that it is in: `the login card in Review`, or `the login idea` in Ideas. */
function findNamedIn(scene: Scene, span: Span): Reading<Id> {
  const { words } = scene.said;
  for (let at = span.from + 1; at < span.to - 1; at += 1) {
    const { norm = '', kind } = words[at] ?? {};
    if (kind !== 'word' || !INSIDE.has(norm)) continue;
    const column = scene.reader.slot('column', { from: at + 1, to: span.to });
    const found = column?.kind === 'clear' ? findAmong(scene, span, { to: at, columnId: column.value }) : null;
    if (found) return found;
  }
  const noun = words[span.to - 1];
  const columnId = noun?.kind === 'word' ? columnOfNoun(scene, noun.norm) : undefined;
  return columnId === undefined ? null : findAmong(scene, span, { to: span.to - 1, columnId });
}

/** The cards of a column by what the words say of them up to there. */
function findAmong(scene: Scene, span: Span, { to, columnId }: { to: number; columnId: Id }): Reading<Id> {
  const name = { from: span.from, to };
  const named = to > span.from ? findNamed(scene, name) : null;
  if (!named) return null;
  const ids = named.kind === 'clear' ? [named.value] : namedIds(scene, name);
  const [only, ...others] = ids.filter((id) => scene.board.card(id)?.columnId === columnId);
  if (only !== undefined) return others.length === 0 ? clear(only, SURE.words) : ask(scene, span, [only, ...others]);
  const question = `No card that is called so is in “${scene.board.column(columnId)?.title ?? ''}”.`;
  return { kind: 'doubt', doubt: { question, choices: [], span } };
}

function namedIds(scene: Scene, span: Span): readonly Id[] {
  return findTitle(scene, textOf(scene.said, withoutFrame(scene.said.words, span)))?.ids ?? [];
}

/** Without “the card … called …” around it. */
function withoutFrame(words: readonly Word[], { from, to }: Span): Span {
  const is = (index: number, set: ReadonlySet<string>) =>
    words[index]?.kind !== 'quote' && set.has(words[index]?.norm ?? '');
  let [start, end] = [from, to];
  if (is(start, BEFORE) && end - start > 1) start += 1;
  if (is(start, SINGULAR) && end - start > 1) {
    start += 1;
    if (is(start, NAMED) && end - start > 1) start += 1;
  } else if (is(end - 1, SINGULAR) && end - start > 1) end -= 1;
  return { from: start, to: end };
}

/** `undefined`: no number; `null`: one that no card on the board has. */
function numberIn({ said, board, context, freshIds }: Scene, core: Span, whole: Span): Id | null | undefined {
  const text = said.words
    .slice(core.from, core.to)
    .map(({ norm }) => norm)
    .join('');
  const [, key, digits] = /^(?:([a-z]+)-?|#|no\.?)?(\d{1,9})$/u.exec(text) ?? [];
  if (digits === undefined) return undefined;
  if (key !== undefined && key !== board.key.toLowerCase()) return undefined;
  // “3” alone may be anything: “card 3” is none but this.
  const isNamed = key !== undefined || text.startsWith('#') || core.to - core.from < whole.to - whole.from;
  const id = indexOf(context.board).numbered(Number(digits));
  const living =
    id !== undefined && board.card(id) ? id : freshIds.find((fresh) => board.card(fresh)?.number === Number(digits));
  if (living !== undefined) return living;
  return isNamed ? null : undefined;
}

interface Found {
  readonly ids: readonly Id[];
  readonly sure: number;
}

const NOUNS = new Set(['card', 'cards', 'task', 'tasks', 'ticket', 'tickets', 'issue', 'issues']);

function findTitle(scene: Scene, text: string): Found | null {
  const { plain, stems } = readForm(text);
  if (plain === '') return null;
  const index = indexOf(scene.context.board);
  const wanted = stems.filter((word) => !SMALL.has(word));
  const fresh = scene.freshIds.flatMap((id) => scene.board.card(id) ?? []);
  const freshStems = (card: Card) => new Set(formOf(card).stems);
  const among = (ids: readonly Id[], test: (card: Card) => boolean) => [
    ...ids.filter((id) => scene.board.card(id) !== undefined && !scene.freshIds.includes(id)),
    ...fresh.filter(test).map(({ id }) => id),
  ];
  const exact = among(index.titled(plain), (card) => formOf(card).plain === plain);
  if (exact.length > 0) return { ids: exact, sure: SURE.exact };
  // “Move it to …” is not about “Ship it”, nor “them” about themes, nor “card” about cards to be written.
  if (plain.split(' ').every((word) => SMALL.has(word) || PRONOUNS.has(word) || NOUNS.has(word))) return null;
  const all = among(cardsWith(index, wanted), (card) => wanted.every((word) => freshStems(card).has(word)));
  const phrase = ` ${stems.join(' ')} `;
  const together = all.filter((id) => stemmed(scene.board.card(id)).includes(phrase));
  if (together.length === 1) return { ids: together, sure: SURE.phrase };
  if (all.length > 0) return { ids: all, sure: SURE.words };
  const whole = /\d \d/u.test(plain) ? [] : among(index.joined(plain), () => false);
  if (whole.length > 0) return { ids: whole, sure: SURE.phrase };
  if (NEGATED.test(text)) return null;
  // “The rest” is no slip for “rent”.
  const isWord = wanted.some((word) => NO_SLIPS.has(word));
  const near = isWord ? [] : among(cardsNear(index, wanted, scene.isVerb), () => false);
  if (near.length > 0) return { ids: near, sure: SURE.near };
  const joined = joinings(wanted).flatMap((words) => among(cardsWith(index, words), () => false));
  return joined.length > 0 ? { ids: [...new Set(joined)], sure: SURE.near } : null;
}

/** “Home page” where a title says “homepage”: the words with each two neighbours written as one. “1 and 2” are no 12. */
function joinings(words: readonly string[]): readonly (readonly string[])[] {
  return words.slice(1).flatMap((word, index) => {
    const before = words[index] ?? '';
    return /\d$/u.test(before) && /^\d/u.test(word) ? [] : [words.toSpliced(index, 2, `${before}${word}`)];
  });
}

function hasSlip(card: Card | undefined, word: string): boolean {
  return card !== undefined && formOf(card).stems.some((other) => isSlip(word, other));
}

const MORE = new Set([
  'to',
  'into',
  'onto',
  'and',
  'is',
  'are',
  'not',
  'no',
  'never',
  'cannot',
  'nothing',
  'done',
  'from',
  'first',
  'last',
]);
/** More than this is no misspelt title. */
const MOST_PARTLY = 6;

/** Cards that all words but one could mean: asked for, unless that one is a slip. */
function findPartly(scene: Scene, span: Span): Reading<Id> {
  if (isQuote(scene.said, span)) return null;
  const { words } = scene.said;
  const core = withoutFrame(words, span);
  const { isVerb } = scene;
  // What holds a verb, or says where something goes, is more than a title.
  const isTitle = ({ kind, norm }: Word) => kind === 'word' && !isVerb(norm) && !MORE.has(norm) && !NEGATED.test(norm);
  if (!words.slice(core.from, core.to).every(isTitle)) return null;
  const wanted = readForm(textOf(scene.said, core)).stems.filter((word) => !SMALL.has(word));
  if (wanted.length < 2 || wanted.length > MOST_PARTLY) return null;
  const index = indexOf(scene.context.board);
  const ids = wanted.map((_, without) => cardsNear(index, wanted.toSpliced(without, 1), isVerb));
  const slipped = ids.flatMap((some, without) =>
    some.filter((id) => hasSlip(scene.board.card(id), wanted[without] ?? '')),
  );
  const [only, ...others] = new Set(slipped);
  if (holdsName(scene, core, slipped.length > 0 ? slipped : ids.flat())) return null;
  if (only !== undefined && others.length === 0) return clear(only, SURE.near);
  const found = [...new Set(ids.flat())].filter((id) => scene.board.card(id));
  return found.length > 0 && found.length <= MOST_PARTLY ? ask(scene, span, found) : null;
}

function stemmed(card: Card | undefined): string {
  return card ? formOf(card).stemmed : '';
}
