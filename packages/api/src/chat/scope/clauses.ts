import { findMentions, type Mention } from './cards.js';
import { cuesOf, isEveryday, isVerb, type Cue } from './cues.js';
import { asksOnly } from './questions.js';
import type { Titles } from './titles.js';
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
  const mentions = widest(found, names);
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
  const named = reading.findNames(spoken);
  const vague = spoken.filter(
    (token) =>
      !isEveryday(token.word) && reading.titles.hasLike(token.word) && !named.some((name) => overlaps(name, token)),
  );
  for (const cut of cutClauses({ text: raw, spoken, cards: [...mentions, ...vague], names: named })) {
    const own = spoken.filter((token) => isWithin(token, cut));
    sentence.clauses.push({
      ...cut,
      text: raw.slice(cut.from, cut.to),
      tokens: own,
      mentions: mentions.filter((mention) => isWithin(mention, cut)),
      isVague: vague.some((token) => isWithin(token, cut)),
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

/** A title within a longer one, or one that is as well the name of a column, is not named. */
function widest(mentions: readonly Mention[], names: readonly Stretch[]): readonly Mention[] {
  const isLess = (one: Stretch, other: Stretch) => isWithin(one, other) && other.to - other.from > one.to - one.from;
  return mentions.filter(
    (mention) =>
      !mentions.some((other) => isLess(mention, other)) &&
      !names.some((name) => (mention.isWeak ? overlaps : isWithin)(mention, name)),
  );
}

interface Cutting {
  readonly text: string;
  readonly spoken: readonly Token[];
  /** Names of cards, and words that may be some. */
  readonly cards: readonly Stretch[];
  readonly names: readonly Stretch[];
}

const NEXT =
  /(?:[,;:–—-]|(?<![\p{L}\p{N}])(?:and|then|also|please|but|und|dann|bitte|et|puis|y|luego|e|poi|en|dan|och|og|i|и|ve))\s*$/iu;

const LONGEST_NEXT = 12;

/** Cuts a sentence where a verb begins another thing, and where a card follows what another is to get: “RM-4 to Done, RM-5 to Review”. */
function cutClauses({ text, spoken, cards, names }: Cutting): readonly Stretch[] {
  const isNumber = ({ word }: Token) => /^\p{N}/u.test(word);
  const verbs = spoken.filter(
    (token) => isVerb(token.word) && NEXT.test(text.slice(Math.max(0, token.from - LONGEST_NEXT), token.from)),
  );
  const parts = [
    ...cards.map((at) => ({ kind: 'card' as const, at })),
    ...[...names, ...spoken.filter(isNumber)].map((at) => ({ kind: 'effect' as const, at })),
    ...verbs.filter((verb) => !names.some((name) => overlaps(name, verb))).map((at) => ({ kind: 'verb' as const, at })),
  ].toSorted((one, other) => one.at.from - other.at.from);
  const cuts: Stretch[] = [];
  let from = 0;
  let seen: readonly ('card' | 'effect')[] = [];
  let last = 0;
  const cut = (at: number) => {
    cuts.push({ from, to: at });
    from = at;
    seen = [];
  };
  for (const { kind, at } of parts) {
    if (kind === 'verb') {
      if (seen.length > 0) cut(at.from);
      continue;
    }
    const [first] = seen;
    if (first === kind && seen.at(-1) !== kind) cut(last);
    if (seen.at(-1) !== kind) seen = [...seen, kind];
    last = at.to;
  }
  cuts.push({ from, to: text.length });
  return cuts;
}
