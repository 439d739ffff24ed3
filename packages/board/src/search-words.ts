/** One word or phrase of what somebody searches for: letters and digits alone, as they were typed. */
export interface SearchWord {
  /** A phrase has several, as have `TK-12` and everything in a script that puts no spaces between words. */
  readonly tokens: readonly string[];
  /** Whether the last token may go on: it is still being typed. */
  readonly isPrefix: boolean;
}

/** Where something stands in a text: from, and up to but without. */
export type TextRange = readonly [from: number, to: number];

const MOST_WORDS = 12;
const PARTS = /["“”„]([^"“”„]*)(?:["“”„]|$)|[^\s"“”„]+/gu;
/** Of Chinese and Japanese each letter counts for itself, as it does in the index. */
const TOKENS =
  /[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]|[[\p{L}\p{N}]--[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]][[\p{L}\p{N}\p{M}]--[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]]*/gv;
const UNSPACED = /^[\u2e80-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;

/**
 * What somebody searches for: words, and phrases in quotation marks. All have to be there; the last word may go on. Nothing else in it is
 * syntax; without a letter or a digit it is nothing.
 */
export function readSearch(query: string): readonly SearchWord[] {
  const parts = [...query.matchAll(PARTS)];
  const words = new Map<string, SearchWord>();
  for (const [index, [part, phrase]] of parts.entries()) {
    const tokens = (phrase ?? part).match(TOKENS) ?? [];
    const isPrefix = phrase === undefined && index === parts.length - 1;
    if (tokens.length > 0) words.set(`${isPrefix} ${tokens.join(' ')}`, { tokens, isPrefix });
  }
  return [...words.values()].slice(-MOST_WORDS);
}

/** Finds in texts what somebody searches for. */
export interface SearchPattern {
  /** Whether every word is in one of the texts. */
  readonly isIn: (...texts: readonly string[]) => boolean;
  /** The same of texts that `foldText` has made ready: for whoever searches through the same ones again and again. */
  readonly isInFolded: (...folded: readonly string[]) => boolean;
  /** Where any of the words is, from the first place on; no two overlap. */
  readonly rangesIn: (text: string) => readonly TextRange[];
}

export function createPattern(words: readonly SearchWord[]): SearchPattern {
  const sources = words.map(sourceOf);
  const each = sources.map(compile);
  // Wanted where something was found alone.
  let any: RegExp | undefined;
  const isInFolded = (...folded: readonly string[]) =>
    each.length > 0 && each.every((word) => folded.some((text) => word.test(text)));
  return {
    isIn: (...texts) => isInFolded(...texts.map(foldText)),
    isInFolded,
    rangesIn(text) {
      if (words.length === 0) return [];
      any ??= new RegExp(sources.toSorted((a, b) => b.length - a.length).join('|'), 'gu');
      return Array.from(foldText(text).matchAll(any), ({ 0: found, index }): TextRange => [
        index,
        index + found.length,
      ]);
    },
  };
}

/** With each letter that is typed only the last word becomes another one, and compiling one takes longer than a thousand cards. */
const compiled = new Map<string, RegExp>();
const MOST_COMPILED = 200;

function compile(source: string): RegExp {
  const known = compiled.get(source);
  if (known) return known;
  if (compiled.size >= MOST_COMPILED) compiled.clear();
  const made = new RegExp(source, 'u');
  compiled.set(source, made);
  return made;
}

const IN_WORD = String.raw`[\p{L}\p{N}\p{M}]`;

/** Tokens hold letters, digits and marks alone: nothing in them means anything in a regular expression. */
function sourceOf({ tokens, isPrefix }: SearchWord): string {
  const [first = '', last = ''] = [tokens[0], tokens.at(-1)];
  const body = tokens
    .map((token) => Array.from(foldText(token), (letter) => (/\p{M}/u.test(letter) ? '' : `${letter}\\p{M}*`)).join(''))
    .join('[^\\p{L}\\p{N}]*');
  const before = UNSPACED.test(first) ? '' : `(?<!${IN_WORD})`;
  return isPrefix || UNSPACED.test(last) ? before + body : `${before}${body}(?!${IN_WORD})`;
}

/** The text in small letters and without accents, each letter still at its place. */
export function foldText(text: string): string {
  return text.replaceAll(/[^\0-\x7f]/gu, foldLetter).toLowerCase();
}

function foldLetter(letter: string): string {
  const [base = letter, ...marks] = letter.normalize('NFD');
  const isAccented = marks.length > 0 && marks.every((mark) => /\p{M}/u.test(mark));
  const folded = (isAccented ? base : letter).toLowerCase();
  return folded.length === letter.length ? folded : letter;
}
