import type { Id } from '@talkan/board/model';
import { isTelling, titleOf, type Named, type Titles } from './titles.js';
import { findRun, isAlike, overlaps, type Stretch, type Token } from './words.js';

/** Where a message names a card. */
export interface Mention extends Stretch {
  readonly cardId: Id;
}

export interface Said {
  readonly text: string;
  readonly tokens: readonly Token[];
}

/** More cards than these are not looked at for one sentence: who has a word in common with as many names none of them. */
const MOST_COMMON = 60;
const MOST_CANDIDATES = 300;
/** A word that a single card has can stand for it from so many letters on. */
const LONG = 4;
/** Words between two of a title that are not its own: “the page for the login”. */
const MOST_BETWEEN = 3;

/**
 * Where a sentence names which cards: by number, by id, by the whole title, by most of the words that tell it, or by a word that no other has.
 * What other cards are called can only take a card its name away, and never give it one.
 * @param touched the cards that matter: they are looked at however common their words are
 */
export function findMentions(
  said: Said,
  key: string,
  { titles, touched }: { titles: Titles; touched: Iterable<Id> },
): readonly Mention[] {
  const named = [...byNumber(said.text, key, titles), ...byId(said.text, titles)];
  const candidates = new Set<Named>([...touched].flatMap((id) => titles.card(id) ?? []));
  for (const { word } of said.tokens) {
    const cards = titles.having(word);
    if (cards.size > MOST_COMMON || candidates.size > MOST_CANDIDATES || !isTelling(word)) continue;
    for (const card of cards) candidates.add(card);
  }
  const free = said.tokens.filter((token) => !named.some((mention) => overlaps(mention, token)));
  return [...named, ...[...candidates].flatMap((card) => byTitle(card, { text: said.text, tokens: free }, titles))];
}

const CARD = 'card|ticket|task|issue|karte|carte|tarjeta|cartão|scheda|kaart|карточк[ауи]';

function byNumber(text: string, key: string, titles: Titles): Mention[] {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${key}[-‑– ]?|#|(?:${CARD}) (?:#|no\\.? ?)?)(\\d{1,9})(?![\\p{N}])`,
    'giu',
  );
  return Array.from(text.matchAll(pattern)).flatMap(({ 0: raw, 1: digits, index: from }) => {
    const card = titles.numbered(Number(digits));
    return card ? [{ cardId: card.id, from, to: from + raw.length }] : [];
  });
}

function byId(text: string, titles: Titles): Mention[] {
  return Array.from(text.matchAll(/(?<![\w-])[\w-]{3,64}(?![\w-])/gu)).flatMap(({ 0: raw, index: from }) => {
    return /\d/u.test(raw) && titles.card(raw) ? [{ cardId: raw, from, to: from + raw.length }] : [];
  });
}

function byTitle(card: Named, { text, tokens }: Said, titles: Titles): Mention[] {
  const { words, telling } = titleOf(card);
  if (telling.length === 0) return byEverydayTitle(card, { text, tokens });
  const others = (list: readonly string[]) => cardsWithAll(list, titles).filter((other) => other !== card);
  const whole = findRun(tokens, words).filter((run) => !goesOn(run, tokens, others(telling)));
  const parts = partsOf(telling, tokens)
    .filter(({ stretch }) => !whole.some((run) => overlaps(run, stretch)))
    .filter(({ found }) => {
      const isMost = found.size >= 2 && found.size * 2 >= telling.length;
      return (
        (isMost && others([...found.keys()]).length === 0) || [...found].some((pair) => isOnlyIn(card, pair, titles))
      );
    });
  return [...whole, ...parts.map(({ stretch }) => stretch)].map(({ from, to }) => ({ cardId: card.id, from, to }));
}

/** Words that all people use are a title in quotation marks, or where they are written as it is: “Card A”. */
function byEverydayTitle(card: Named, { text, tokens }: Said): Mention[] {
  return findRun(tokens, titleOf(card).words).flatMap((run) => {
    const isQuote = isQuoted(text, run);
    const written = text.slice(run.from, run.to);
    const isWritten =
      written.length > 1 &&
      written === card.title &&
      /[\p{Lu}\p{N}]/u.test(written.slice(run.from === tokens[0]?.from ? 1 : 0));
    return isQuote || isWritten ? [{ ...run, cardId: card.id }] : [];
  });
}

function isQuoted(text: string, { from, to }: Stretch): boolean {
  return /["“„«`'‘「]$/u.test(text.slice(0, from)) && /^["”“»`'’」]/u.test(text.slice(to));
}

/** Whether another card has these words in its title, and the word beside them in the sentence as well. */
function goesOn(run: Stretch, tokens: readonly Token[], others: readonly Named[]): boolean {
  if (others.length === 0) return false;
  const telling = tokens.filter(({ word }) => isTelling(word));
  const next = telling.find(({ from }) => from >= run.to);
  const last = telling.findLast(({ to }) => to <= run.from);
  return others.some((other) => [next, last].some((token) => token && titleOf(other).telling.includes(token.word)));
}

interface Part {
  readonly stretch: Stretch;
  /** The words of the title that stand there, and how they were typed. */
  readonly found: ReadonlyMap<string, Token>;
}

/** Where words of a title stand close together. */
function partsOf(telling: readonly string[], tokens: readonly Token[]): readonly Part[] {
  const parts: Map<string, Token>[] = [];
  let found = new Map<string, Token>();
  let between = 0;
  for (const token of tokens) {
    const word = !isTelling(token.word)
      ? undefined
      : telling.find((one) => !found.has(one) && isAlike(one, token.word));
    between += 1;
    if (word === undefined) continue;
    if (found.size === 0 || between > MOST_BETWEEN) parts.push((found = new Map()));
    found.set(word, token);
    between = 0;
  }
  return parts.map((found) => {
    const places = [...found.values()];
    return { stretch: { from: places[0]?.from ?? 0, to: places.at(-1)?.to ?? 0 }, found };
  });
}

/** One word stands for a card that alone has it; what is in a column’s title may as well be the column. */
function isOnlyIn(card: Named, [word, typed]: readonly [string, Token], titles: Titles): boolean {
  const isOwn = (one: string) => !titles.isOfColumn(one) && [...titles.having(one)].every((other) => other === card);
  const letters = /^\p{N}/u.test(typed.word) ? 0 : typed.to - typed.from;
  // The only word that tells a title may be as short as “mum”.
  const isShort = titleOf(card).telling.length === 1 ? LONG - 1 : LONG;
  const isLong = letters >= (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(typed.word) ? 2 : isShort);
  return isLong && isOwn(word) && isOwn(typed.word);
}

function cardsWithAll(words: readonly string[], titles: Titles): readonly Named[] {
  const [smallest = new Set<Named>(), ...rest] = words
    .map(titles.having)
    .toSorted((one, other) => one.size - other.size);
  return [...smallest].filter((card) => rest.every((cards) => cards.has(card)));
}
