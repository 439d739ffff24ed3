import type { Cue } from './cues.js';
import { isEveryday } from './cues.js';
import type { Sentence } from './clauses.js';
import { findRun, isAlike, isWithin, overlaps, wordsOf, type Stretch, type Token } from './words.js';

/** A text that an operation writes. */
export interface Wanted {
  readonly text: string;
  /** What stood there before: only what is new of it must have been said. */
  readonly was?: string;
  /** What kind of text it is, and so what is to be said before it. */
  readonly cues: readonly Cue[];
}

/** Where a text was found. */
export interface Taken {
  readonly sentence: Sentence;
  readonly parts: readonly Stretch[];
}

export interface Texts {
  /** Whether this text is made of words of one of these sentences. Each word of theirs makes one text. */
  readonly take: (wanted: Wanted, sentences: readonly Spoken[]) => Taken | null;
  /** The words of a sentence that became a text. */
  readonly usedOf: (sentence: Sentence) => readonly Stretch[];
}

/** A sentence, and which parts of it are words of other things. */
export interface Spoken {
  readonly sentence: Sentence;
  /** What the message says is to be done, in this sentence or, where nothing, in one before it. */
  readonly cues: ReadonlySet<Cue>;
  readonly names: readonly Stretch[];
  /** The names of what the text is written on. */
  readonly subjects: readonly Stretch[];
  /** The part of it that counts. */
  readonly within: Stretch;
}

/** Cues that leave open whether something is to be written. */
const OPEN: ReadonlySet<Cue> = new Set(['any', 'order', 'column', 'board']);
/** Words of a text that nobody said; more than half of them, or more than these, are too many. */
const MOST_UNSAID = 3;
/** Links, addresses, names that call somebody, numbers that one could call or pay to. */
const LITERAL =
  /[a-z][a-z0-9+.-]*:[^\s)\]>]{2,}|(?:www\.|\/\/)[^\s)\]>]+|[\p{L}\p{N}_.+-]*@[\p{L}\p{N}_.-]+|[\p{L}\p{N}-]+\.(?:[a-z]{2,24})(?:\/[^\s)\]>]*)?|\d{5,}/giu;
/** What a text draws or links with. */
const MARKUP = /!\[|\]\(|<[a-z!/]/iu;

/** @param said all that the person wrote now that is no question */
export function createTexts(said: string): Texts {
  const used = new Map<Sentence, Stretch[]>();
  const plain = said.toLowerCase();
  return {
    usedOf: (sentence) => used.get(sentence) ?? [],
    take(wanted, sentences) {
      if (!isLiteral(wanted.text, wanted.was ?? '', plain)) return null;
      for (const spoken of sentences) {
        const { sentence } = spoken;
        const taken = used.get(sentence) ?? [];
        const found = findText(wanted, spoken, taken);
        if (!found) continue;
        used.set(sentence, [...taken, ...found]);
        return { sentence, parts: found };
      }
      return null;
    },
  };
}

function isLiteral(text: string, was: string, said: string): boolean {
  const known = `${said}\n${was.toLowerCase()}`;
  const literals = text.match(LITERAL) ?? [];
  return (
    literals.every((part) => known.includes(part.toLowerCase())) &&
    (!MARKUP.test(text) || known.includes(text.toLowerCase()))
  );
}

function findText(wanted: Wanted, spoken: Spoken, taken: readonly Stretch[]): readonly Stretch[] | null {
  const { sentence, cues, names, subjects, within } = spoken;
  const isAskedFor = wanted.cues.some((cue) => cues.has(cue));
  if (!isAskedFor && cues.size > 0 && ![...cues].every((cue) => OPEN.has(cue))) return null;
  // Where nothing says that a text is to be written, names of columns and people are no words of one.
  const barred = isAskedFor ? [...taken, ...subjects] : [...taken, ...subjects, ...names];
  const free = sentence.tokens.filter(
    (token) => isWithin(token, within) && !barred.some((part) => overlaps(part, token)),
  );
  const old = new Set(wordsOf(wanted.was ?? ''));
  const words = wordsOf(wanted.text);
  // “Rename Login page to Login page 2” names it twice: once is enough.
  const open = sentence.tokens.filter(
    (token) =>
      isWithin(token, within) && ![...taken, ...(isAskedFor ? [] : names)].some((part) => overlaps(part, token)),
  );
  const run = findRun(open, words).find(
    (one) => subjects.length === 0 || subjects.some((subject) => !overlaps(subject, one)),
  );
  if (run) return [run];
  const fresh = [...new Set(words)].filter((word) => !old.has(word));
  const telling = fresh.filter((word) => !isEveryday(word));
  if (telling.length === 0) return null;
  const made = telling.flatMap((word): Token[] => {
    const token = free.find((one) => isAlike(one.word, word));
    return token ? [token] : [];
  });
  const unsaid = telling.length - made.length;
  // One word is not enough to hang others on.
  return made.length > Math.min(unsaid, 1) && unsaid <= made.length && unsaid <= MOST_UNSAID ? made : null;
}
