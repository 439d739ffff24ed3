import { eachAt, factsIn, takeFacts } from './card-facts.js';
import { frameOf } from './card-frame.js';
import { readLines } from './card-lines.js';
import { quoted } from './choices.js';
import { doubtTitle } from './doubt-title.js';
import { doubtNames } from './doubt-names.js';
import { partsOf } from './find-list.js';
import { numberOf } from './positions.js';
import { doubtEnd, holdsClause, isHalfQuote } from './read-text.js';
import { clear, type Doubt, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import type { Facts, NewCards } from './slot-values.js';
import { isQuote, normsOf, textOf, type Said, type Span } from './words.js';

/** What is added to a board and is no card. */
const OTHERS = new Set(
  (
    'column columns list lists lane lanes swimlane label labels tag tags checklist checklists comment comments note ' +
    'due deadline estimate priority board boards member members user link attachment file subtask subtasks limit ' +
    'item items assignee description details date'
  ).split(' '),
);
const ARTICLES = new Set(['a', 'an', 'the', 'new', 'another', 'my', 'some', 'one', 'more']);

/** All that follows the verb of “add …”. */
export function readNewCards(scene: Scene, span: Span): Reading<NewCards> {
  const { said } = scene;
  if (isQuote(said, span)) return clear({ titles: [textOf(said, span)], isFramed: false, isQuoted: true });
  if (said.words[span.from]?.kind === 'sign' && said.words[span.from]?.norm !== '#') return null;
  const lines = readLines(scene, span);
  if (lines !== undefined) return lines;
  const several = readSeveral(scene, span);
  if (several) return several;
  const frame = frameOf(scene, span);
  const { isNamed: isFramed, isSeveral, count } = frame;
  if (frame.rest.to <= frame.rest.from || factsIn(scene, frame.rest)) return isFramed ? refuse(span, NAMELESS) : null;
  if (said.words.slice(span.from, span.to).some(isHalfQuote)) return null;
  const taken = takeFacts(scene, frame.rest, isFramed && !isSeveral);
  const { title } = taken;
  const doubt = frame.doubt ?? taken.doubt;
  if (title.to <= title.from || holdsClause(scene, title)) return null;
  if (endsSpoken(said, title) || isNoTitle(scene, title, isFramed)) return null;
  if (doubt) return { kind: 'doubt', doubt };
  const joined = joinFacts(frame.facts, taken.facts);
  if (!joined) return null;
  const facts = frame.columnId === undefined ? joined : { columnId: frame.columnId, ...joined };
  const titles = titlesIn(said, title, isSeveral || taken.isOfEach);
  if (titles.length === 0) return null;
  if (count !== null && count !== titles.length) {
    // More of them may follow.
    if (span.to < said.words.length) return null;
    return refuse(
      span,
      `That names ${titles.length} ${titles.length === 1 ? 'card' : 'cards'} and not ${count}. Put a comma between the titles.`,
    );
  }
  const isQuoted = areQuotes(said, title);
  if (!isQuoted && titles.some((one) => NO_TITLES.has(one.toLowerCase()))) return null;
  if (!isQuoted && said.words.slice(title.from, title.to).some(({ kind }) => kind === 'quote')) return null;
  const isPlaced = facts.columnId !== undefined;
  if (!isQuoted && titles.length > 1 && partsOf(scene, title).some((part) => isFactual(scene, part)))
    return refuse(span, 'Say of each card by itself what it is to have, or put the titles in quotation marks.');
  const unsure = isQuoted
    ? undefined
    : ((title.to === span.to ? doubtEnd(scene, title) : null) ??
      doubtNames(scene, title, titles) ??
      (isFramed === titles.length > 1 && !isSeveral && !taken.isOfEach ? doubtCount(scene, title) : undefined) ??
      (isFramed ? doubtLinked(scene, title) : doubtKind(scene, title)) ??
      doubtTitle(scene, title, isPlaced));
  if (unsure) return { kind: 'doubt', doubt: unsure };
  // Another reading, of which more words are known, comes before a title as it was typed.
  return clear({ ...facts, titles, isFramed, isQuoted }, isQuoted ? 1 : 0.9);
}

/** “Rope for Ana”, as one of several titles. */
function isFactual(scene: Scene, part: Span): boolean {
  return takeFacts(scene, part).title.to < part.to;
}

/** What is said before the titles and behind them; `null`: not both can be. */
function joinFacts(before: Facts, after: Facts): Facts | null {
  const { labelIds, assigneeIds, ...single } = before;
  if (Object.keys(single).some((name) => Object.hasOwn(after, name))) return null;
  const labels = [...(labelIds ?? []), ...(after.labelIds ?? [])];
  const people = [...(assigneeIds ?? []), ...(after.assigneeIds ?? [])];
  return {
    ...single,
    ...after,
    ...(labels.length > 0 && { labelIds: [...new Set(labels)] }),
    ...(people.length > 0 && { assigneeIds: [...new Set(people)] }),
  };
}

/** “A to Review and B to Done”: each of them is said where it goes. */
function readSeveral(scene: Scene, { from, to }: Span): Reading<NewCards> {
  const { words } = scene.said;
  for (let at = from + 3; at < to; at += 1) {
    const each = eachAt(scene.said, from, at);
    const facts = each === null ? null : factsIn(scene, { from: at, to });
    const all = facts && each !== null ? readSeveral(scene, { from, to: each - 1 }) : null;
    if (facts) return all?.kind === 'clear' ? ofEach(all.value, facts) : null;
  }
  for (let at = from + 3; at < to - 2; at += 1) {
    if (words[at]?.kind === 'quote' || !BETWEEN.has(words[at]?.norm ?? '')) continue;
    if (!holdsColumn(scene, { from, to: at })) continue;
    const first = scene.reader.slot('newcards', { from, to: at });
    const isAnd = BETWEEN.has(words[at + 1]?.norm ?? '');
    const rest = scene.reader.slot('newcards', { from: isAnd ? at + 2 : at + 1, to });
    if (first?.kind !== 'clear' || rest?.kind !== 'clear' || first.value.columnId === undefined) continue;
    // “…, Ben should do it by Friday” is said of the first, and is no other card.
    const { isQuoted, titles } = rest.value;
    if (!isQuoted && (first.value.isQuoted || titles.some((title) => SPOKEN_LAST.test(title)))) continue;
    // “A to Review for Ben and B for Ana”: the second one is put where the first one is.
    const more = rest.value.columnId || isToldOf(rest.value) ? { columnId: first.value.columnId, ...rest.value } : null;
    if (more) return clear({ ...first.value, more }, Math.min(first.sure, rest.sure));
  }
  return null;
}

/** “… both for Ben”: said of each of them. */
function ofEach(cards: NewCards, facts: Facts): Reading<NewCards> {
  const joined = joinFacts(cards, facts);
  const more = cards.more ? ofEach(cards.more, facts) : null;
  if (!joined || (cards.more && more?.kind !== 'clear')) return null;
  return clear({ ...cards, ...joined, ...(more?.kind === 'clear' && { more: more.value }) }, 0.9);
}

function isToldOf({ assigneeIds, labelIds, dueAt, priority, estimate }: NewCards): boolean {
  return [assigneeIds, labelIds, dueAt, priority, estimate].some((said) => said !== undefined);
}

function holdsColumn({ said: { words }, reader }: Scene, { from, to }: Span): boolean {
  for (let at = from + 1; at < to - 1; at += 1) {
    if (!TO.has(words[at]?.norm ?? '') || words[at]?.kind === 'quote') continue;
    for (let end = at + 2; end <= to; end += 1)
      if (reader.slot('column', { from: at + 1, to: end })?.kind === 'clear') return true;
  }
  return false;
}

const TO = new Set(['to', 'in', 'into', 'on', 'under']);
const SPOKEN_LAST = /\s(?:it|that|this|them|those|these)$/iu;

/** “… to it” says that something is done to a card, and is no title. */
function endsSpoken({ words }: Said, { from, to }: Span): boolean {
  const [before, last] = words.slice(Math.max(from, to - 2), to);
  return before !== undefined && last !== undefined && TOWARDS.has(before.norm) && SPOKEN.has(last.norm);
}

const NO_TITLES = new Set(
  'both all each then to in on into nothing something anything everything it that this them those these more'.split(
    ' ',
  ),
);
const TOWARDS = new Set(['to', 'on', 'from', 'of', 'in']);
const SPOKEN = new Set(['it', 'that', 'this', 'them', 'those', 'these']);
const NAMELESS = 'Say what the card is to be called, for example: add a card called "Call the printer".';

function refuse(span: Span, question: string): { readonly kind: 'doubt'; readonly doubt: Doubt } {
  return { kind: 'doubt', doubt: { question, choices: [], span } };
}

const NO_BEGINNING = new Set(['like', 'similar', 'based', 'in', 'into', 'onto', 'each', 'every']);
const INTO = new Set(['to', 'on', 'in', 'into', 'onto', 'under']);

/** “A” is what is left of “a note saying …”; “salt to the checklist” is no card, and neither is one “like” another. */
function isNoTitle({ said }: Scene, title: Span, isFramed: boolean): boolean {
  if (areQuotes(said, title)) return false;
  const norms = normsOf(said, title);
  const at = norms.findIndex((norm, index) => index > 0 && INTO.has(norm));
  const isForList = at > 0 && norms.slice(at).some((norm) => norm === 'checklist' || norm === 'checklists');
  const isArticle = norms.length === 1 && ARTICLES.has(norms[0] ?? '') && said.words[title.from]?.text !== 'A';
  // “Two more scenes” says how many, and not what they are called.
  const isCount = numberOf(norms[0] ?? '') !== null && norms[1] === 'more';
  return isForList || isArticle || isCount || (isFramed && NO_BEGINNING.has(norms[0] ?? ''));
}

/** Something that is added to a board and is no card may still be the title of one. */
function doubtKind(scene: Scene, title: Span): Doubt | undefined {
  const { said } = scene;
  const norms = normsOf(said, title);
  const at = norms.findIndex((norm) => !ARTICLES.has(norm));
  const isNumber = /^\d+$/u.test(norms[at] ?? '');
  const isOther = OTHERS.has(norms[isNumber ? at + 1 : at] ?? '');
  if (!isOther && !isNamed(scene, title) && !looksLikeCommand(scene, title)) return undefined;
  const text = textOf(said, title);
  const choices = [{ label: `A card called “${text}”`, words: `a card called ${quoted(text)}` }];
  return { question: 'Is that the title of a card?', choices, span: title };
}

const LINKS = new Set(['for', 'to', 'in', 'on']);

/** “A card for Friday”, “a card to Review and Done”: names alone are hardly what it is to be called. */
function doubtLinked(scene: Scene, title: Span): Doubt | undefined {
  const { said } = scene;
  const before = said.words[title.from - 1]?.norm ?? '';
  if (!LINKS.has(before) || !partsOf(scene, title).every((part) => isNamed(scene, part))) return undefined;
  const text = textOf(said, title);
  const choices = [{ label: `A card called “${text}”`, words: `called ${quoted(text)}` }];
  return { question: 'Is that the title of a card?', choices, span: { from: title.from - 1, to: title.to } };
}

const NAMES = ['label', 'person', 'column', 'priority', 'date'] as const;

function isNamed({ reader }: Scene, span: Span): boolean {
  return NAMES.some((type) => reader.slot(type, span)?.kind === 'clear');
}

/** “Bread and butter” may be one card or two, and so may “a card called bread, butter”. */
function doubtCount({ said }: Scene, title: Span): Doubt | undefined {
  const each = titlesIn(said, title, true);
  const isPair = each.length === 2;
  const hasComma = normsOf(said, title).includes(',');
  const isShort = isPair && each.every((text) => text.split(/\s/u).length <= MOST_IN_PAIR);
  if (each.length < 2 || !(hasComma || isShort)) return undefined;
  const whole = textOf(said, title);
  const choices = [
    { label: `One card: “${whole}”`, words: quoted(whole) },
    {
      label: `${isPair ? 'Two' : each.length} cards: ${each.map((text) => `“${text}”`).join(isPair ? ' and ' : ', ')}`,
      words: each.map(quoted).join(', '),
    },
  ];
  return { question: `Is that one card, or ${isPair ? 'two' : 'several'}?`, choices, span: title };
}

/** Longer halves are a sentence. */
const MOST_IN_PAIR = 2;

/** A verb of the language with what can be cards of this board. */
function looksLikeCommand({ said, isVerb, reader }: Scene, { from, to }: Span): boolean {
  const { norm = '', kind } = said.words[from] ?? {};
  return kind === 'word' && isVerb(norm) && reader.slot('cards', { from: from + 1, to })?.kind === 'clear';
}

const BETWEEN = new Set([',', ';', '&', 'and', '+']);

function areQuotes({ words }: Said, { from, to }: Span): boolean {
  return words.slice(from, to).every(({ kind, norm }) => kind === 'quote' || BETWEEN.has(norm));
}

/** One title; several where they are in quotation marks, or have commas between them. */
function titlesIn(said: Said, title: Span, isSeveral: boolean): readonly string[] {
  const { words } = said;
  const inTitle = words.slice(title.from, title.to);
  const hasCommas = inTitle.some(({ norm, kind }) => (norm === ',' || norm === ';') && kind === 'sign');
  const splits = areQuotes(said, title) || isSeveral || hasCommas;
  const parts: Span[] = [];
  let from = title.from;
  // “Rings (gold, plain)” is one.
  let depth = 0;
  for (let at = title.from; at <= title.to; at += 1) {
    const { norm = '', kind } = words[at] ?? {};
    if (norm === '(') depth += 1;
    if (norm === ')') depth -= 1;
    if (at < title.to && !(splits && depth === 0 && kind !== 'quote' && BETWEEN.has(norm))) continue;
    if (at > from) parts.push({ from, to: at });
    from = at + 1;
  }
  return parts.map((part) => textOf(said, part)).filter((text) => text !== '');
}
