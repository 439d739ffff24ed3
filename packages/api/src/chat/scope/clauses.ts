import { findMentions, type Mention } from './cards.js';
import { cuesOf, isVerb, type Cue } from './cues.js';
import { isDateWord } from './dates.js';
import { asksOnly } from './questions.js';
import { isTelling, type Titles } from './titles.js';
import { isWithin, overlaps, tokensOf, type Stretch, type Token } from './words.js';

/** One thing that a message says is to be done. */
export interface Clause extends Stretch {
  readonly text: string;
  /** Its words but for the names of cards and what is quoted. */
  readonly tokens: readonly Token[];
  readonly mentions: readonly Mention[];
  /** Whether it has words of titles that name no card for sure: it may be about one. */
  readonly isVague: boolean;
  readonly cues: ReadonlySet<Cue>;
  readonly sentence: Sentence;
}

export interface Sentence extends Stretch {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Whether it wants something done: a question does not. */
  readonly wants: boolean;
  readonly cues: ReadonlySet<Cue>;
  readonly clauses: readonly Clause[];
  /** Where what follows is a text of the person’s own, and no order; the length where nothing is. */
  readonly prose: number;
}

/** What a sentence is read with. */
export interface Reading {
  readonly key: string;
  readonly titles: Titles;
  readonly touched: Iterable<string>;
  /** Names of columns, people and labels in a text. */
  readonly findNames: (tokens: readonly Token[]) => readonly Stretch[];
}

/** More is not read: nobody asks for so much at once. */
const LONGEST = 8_000;
const MOST_SENTENCES = 150;
const SENTENCES =
  /(?:"[^"\n]*"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»|`[^`\n]*`|[^.!?。！？؟;\n]|[.!?;](?=[^\s.!?;]))+[.!?。！？؟;]*/gu;
const QUOTES =
  /"([^"\n]*)"|“([^”\n]*)”|„([^“”\n]*)[“”]|«([^»\n]*)»|`([^`\n]*)`|「([^」\n]*)」|(?<![\p{L}\p{N}])['‘]([^'’\n]+)['’](?![\p{L}\p{N}])/gu;
/** What follows the colon behind one of these is a text. */
const TEXTUAL: readonly Cue[] = ['comment', 'text', 'create', 'list'];

export function readSentences(message: string, reading: Reading): readonly Sentence[] {
  let isProse = false;
  const text = message.slice(0, LONGEST);
  return Array.from(text.matchAll(SENTENCES))
    .slice(0, MOST_SENTENCES)
    .map(({ 0: raw, index }) => {
      const sentence = readSentence(raw, index, { ...reading, isProse });
      const isBroken = text.slice(0, index).endsWith('\n\n');
      isProse = (isProse && !isBroken) || (/[:：]\s*$/u.test(raw) && TEXTUAL.some((cue) => sentence.cues.has(cue)));
      return sentence;
    });
}

function readSentence(raw: string, from: number, reading: Reading & { readonly isProse: boolean }): Sentence {
  const end = /[.!?。！？؟;]*$/u.exec(raw)?.[0] ?? '';
  // In Greek a semicolon asks.
  const sign = /\p{sc=Greek}/u.test(raw) ? end : end.replaceAll(';', '');
  const tokens = tokensOf(raw);
  const names = reading.findNames(tokens);
  // A name in quotation marks is a name.
  const quotes = quotesIn(raw).filter((quote) => !names.some((name) => isAllOf(name, quote, raw)));
  const isQuoted = (part: Stretch) => quotes.some((quote) => overlaps(quote, part) && !isAllOf(part, quote, raw));
  const unquoted = tokens.filter((token) => !isQuoted(token));
  const prose = reading.isProse ? 0 : proseFrom(raw, unquoted);
  const isSpoken = (part: Stretch) => part.to <= prose && !isQuoted(part);
  const found = findMentions({ text: raw, tokens }, reading.key, reading).filter(isSpoken);
  const mentions = widest(found, tokens, names);
  const spoken = tokens.filter((token) => isSpoken(token) && !mentions.some((mention) => overlaps(mention, token)));
  const sentence = {
    text: raw,
    tokens,
    from,
    to: from + raw.length,
    wants: !asksOnly(unquotedText(raw, quotes), sign),
    cues: cuesIn(spoken),
    prose,
    clauses: new Array<Clause>(),
  };
  const vague = spoken.filter(
    (token) =>
      isTelling(token.word) && reading.titles.hasLike(token.word) && !names.some((name) => overlaps(name, token)),
  );
  const cutting = { text: raw, spoken, cards: [...mentions, ...vague], names: names.filter(isSpoken) };
  for (const { isUnclear, ...cut } of cutClauses(cutting)) {
    const own = spoken.filter((token) => isWithin(token, cut));
    sentence.clauses.push({
      ...cut,
      text: raw.slice(cut.from, cut.to),
      tokens: own,
      mentions: isUnclear ? [] : mentions.filter((mention) => isWithin(mention, cut)),
      isVague: isUnclear || vague.some((token) => isWithin(token, cut)),
      cues: cuesIn(own),
      sentence,
    });
  }
  return sentence;
}

function cuesIn(tokens: readonly Token[]): ReadonlySet<Cue> {
  return new Set(tokens.flatMap(({ word }) => cuesOf(word)));
}

function quotesIn(text: string): readonly Stretch[] {
  return Array.from(text.matchAll(QUOTES), ({ 0: whole, index }) => ({ from: index, to: index + whole.length }));
}

/** Whether nothing else is between the quotation marks. */
function isAllOf(part: Stretch, quote: Stretch, text: string): boolean {
  const around = text.slice(quote.from, part.from) + text.slice(part.to, quote.to);
  return isWithin(part, quote) && !/[\p{L}\p{N}]/u.test(around);
}

function proseFrom(raw: string, tokens: readonly Token[]): number {
  for (const { index } of raw.matchAll(/[:：](?=\s|$|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])/gu)) {
    const before = tokens.filter(({ to }) => to <= index).flatMap(({ word }) => cuesOf(word));
    if (TEXTUAL.some((cue) => before.includes(cue)) && !before.includes('label')) return index;
  }
  return raw.length;
}

function unquotedText(raw: string, quotes: readonly Stretch[]): string {
  return quotes.reduce((text, { from, to }) => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to), raw);
}

/** A title within a longer one is not named, nor one of which all that tells it is the name of something else: “to Review”. */
function widest(mentions: readonly Mention[], tokens: readonly Token[], names: readonly Stretch[]): readonly Mention[] {
  const isLess = (one: Stretch, other: Stretch) => isWithin(one, other) && other.to - other.from > one.to - one.from;
  const isTold = (mention: Mention) => {
    const own = tokens.filter((token) => isWithin(token, mention));
    const beside = own.filter((token) => !names.some((name) => overlaps(name, token)));
    return beside.length === own.length || beside.some(({ word }) => isTelling(word));
  };
  return mentions.filter((mention) => !mentions.some((other) => isLess(mention, other)) && isTold(mention));
}

interface Cutting {
  readonly text: string;
  readonly spoken: readonly Token[];
  /** Names of cards, and words that may be some. */
  readonly cards: readonly Stretch[];
  readonly names: readonly Stretch[];
}

interface Cut extends Stretch {
  /** It cannot be told which card is to get what. */
  readonly isUnclear: boolean;
}

interface Part {
  readonly kind: 'card' | 'effect' | 'verb';
  readonly at: Stretch;
}

const NEXT =
  /(?:[,;:–—-]|(?<![\p{L}\p{N}])(?:and|then|also|please|but|und|dann|bitte|et|puis|y|luego|e|poi|en|dan|och|og|i|и|ve))\s*$/iu;
const LONGEST_NEXT = 12;

/** Cuts a sentence where another thing begins: “RM-4 to Done, RM-5 to Review and assign RM-6 to Ana”. */
function cutClauses({ text, spoken, cards, names }: Cutting): readonly Cut[] {
  const isFree = (part: Stretch) => !cards.some((card) => overlaps(card, part));
  const isValue = ({ word }: Token) => /^\p{N}/u.test(word) || isDateWord(word) || cuesOf(word).includes('priority');
  const isNext = (token: Token) =>
    isVerb(token.word) && NEXT.test(text.slice(Math.max(0, token.from - LONGEST_NEXT), token.from));
  const beside = names.filter(isFree);
  const parts: readonly Part[] = [
    ...cards.map((at) => ({ kind: 'card' as const, at })),
    ...[...beside, ...spoken.filter(isValue)].map((at) => ({ kind: 'effect' as const, at })),
    ...spoken
      .filter((token) => isNext(token) && !names.some((name) => overlaps(name, token)))
      .map((at) => ({ kind: 'verb' as const, at })),
  ].toSorted((one, other) => one.at.from - other.at.from);
  // A title that has the name of a column in it may as well be the column, and a new thing after it.
  const opens = ({ kind, at }: Part) =>
    kind === 'verb' || (kind === 'card' && names.some((name) => overlaps(name, at)));
  const cuts: Cut[] = [];
  let from = 0;
  let section: Part[] = [];
  for (const part of parts) {
    if (opens(part) && section.length > 0 && part.at.from > from) {
      cuts.push(...cutSection(section, { from, to: part.at.from }));
      from = part.at.from;
      section = [];
    }
    if (part.kind !== 'verb') section.push(part);
  }
  return [...cuts, ...cutSection(section, { from, to: text.length })];
}

/** Cuts where a card follows what another is to get, or what is to be got follows a card that has got something. */
function cutSection(parts: readonly Part[], whole: Stretch): readonly Cut[] {
  const [first] = parts;
  const ends: number[] = [];
  let complete = 0;
  let last = first;
  for (const part of parts.slice(1)) {
    if (part.kind !== last?.kind && part.kind !== first?.kind) complete += 1;
    if (part.kind !== last?.kind && part.kind === first?.kind) ends.push(last?.at.to ?? whole.to);
    last = part;
  }
  // “RM-4 to Done, RM-5 to Review, RM-6”: or is it RM-5 to Done, and RM-6 to Review?
  const isUnclear = complete > 1 && first?.kind === 'card' && last?.kind === 'card';
  return [...ends, whole.to].map((to, index) => ({ from: ends[index - 1] ?? whole.from, to, isUnclear }));
}
