import { stem } from '@talkan/board/command/typos';
import { american, fold } from '@talkan/board/command/words';

/** A part of a text: from, and up to but without. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A word of a text, as words are compared: small letters without accents, the singular where English has one. */
export interface Token extends Stretch {
  readonly word: string;
}

const WORDS = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu;
/** Scripts that put no spaces between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

let segmenter: Intl.Segmenter | undefined;

export function tokensOf(text: string): readonly Token[] {
  return Array.from(text.matchAll(WORDS), ({ 0: raw, index: from }) => ({ raw, from })).flatMap(({ raw, from }) => {
    if (!UNSPACED.test(raw)) return [{ word: wordOf(raw), from, to: from + raw.length }];
    segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
    return Array.from(segmenter.segment(raw), ({ segment, index }) => {
      return { word: wordOf(segment), from: from + index, to: from + index + segment.length };
    });
  });
}

/** Boards say the same words again and again; whoever types on and on is not to fill the memory. */
export function remembering<Value>(find: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>();
  return (word) => {
    const before = known.get(word);
    if (before !== undefined) return before;
    const value = find(word);
    if (known.size >= MOST_WORDS) known.clear();
    known.set(word, value);
    return value;
  };
}

const MOST_WORDS = 20_000;

export const wordOf = remembering((raw) => stem(american(fold(raw.replace(/['’]s$/iu, '')))));

export function wordsOf(text: string): readonly string[] {
  return tokensOf(text).map(({ word }) => word);
}

/** Words with another ending have so many letters in common at least. */
export const LEAST_ALIKE = 4;

/** Whether two words may be the same one with another ending. */
export function isAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (short.length < LEAST_ALIKE || /\p{N}/u.test(long)) return false;
  let same = 0;
  while (same < short.length && short[same] === long[same]) same++;
  // Short words differ in a letter and mean something else: “state” is not “status”.
  return same >= long.length * 0.6 && same >= (short.length > 5 ? short.length - 2 : short.length);
}

export function overlaps(one: Stretch, other: Stretch): boolean {
  return one.from < other.to && other.from < one.to;
}

export function isWithin(inner: Stretch, outer: Stretch): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}

/** Where these words stand one directly after the other. */
export function findRun(tokens: readonly Token[], words: readonly string[]): readonly Stretch[] {
  const [first] = words;
  if (first === undefined) return [];
  return tokens.flatMap((token, start) => {
    const last = tokens[start + words.length - 1];
    const isRun = token.word === first && words.every((word, index) => tokens[start + index]?.word === word);
    return isRun && last ? [{ from: token.from, to: last.to }] : [];
  });
}

/** A table of words, each by what it stands for: from texts with spaces between the words. */
export function tableOf<Name extends string>(lists: Readonly<Record<Name, string>>): (word: string) => readonly Name[] {
  const names = new Map<string, Name[]>();
  for (const name of Object.keys(lists) as Name[]) {
    for (const raw of lists[name].split(/\s+/u).filter(Boolean)) {
      const word = wordOf(raw);
      const known = names.get(word);
      if (known) known.push(name);
      else names.set(word, [name]);
    }
  }
  const longest = Math.max(...[...names.keys()].map(({ length }) => length));
  return (word) => {
    const exact = names.get(word);
    if (exact) return exact;
    // The same word with an ending of up to three letters: “verschiebe”, “verschieben”.
    for (let length = Math.min(longest, word.length - 1); length >= Math.max(5, word.length - 3); length--) {
      const begun = names.get(word.slice(0, length));
      if (begun) return begun;
    }
    return [];
  };
}
