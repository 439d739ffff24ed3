/** A word of what somebody said, a text in quotation marks, or a sign between words. */
export interface Word {
  /** As it is compared: small letters without accents and apostrophes, in American spelling. */
  readonly norm: string;
  /** As it was typed, without quotation marks. */
  readonly text: string;
  /** Where it stands in what was said, quotation marks included. */
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'quote' | 'sign';
}

/** What somebody said, word for word. */
export interface Said {
  readonly text: string;
  readonly words: readonly Word[];
}

/** Some of the words: from, and up to but without. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const QUOTES = String.raw`["“”„«»]([^"“”„«»\n]*)["“”„«»]|${'`'}([^${'`'}\n]+)${'`'}|(?<![\p{L}\p{N}])['‘]([^'‘’\n]+)['’](?![\p{L}\p{N}])`;
const ARROWS = '-+>|=+>|→|⇒|➜';
/** Letters and digits, and within them what belongs to numbers, dates, names and addresses. */
const WORDS = String.raw`w/o?(?=\s)|[@#]?[\p{L}\p{N}\p{M}_](?:[\p{L}\p{N}\p{M}_]|['’./:\-+@](?=[\p{L}\p{N}]))*`;
const OWNER = String.raw`(?<=["”»])['’]s(?![\p{L}\p{N}])`;
const TOKENS = new RegExp(`(?:${OWNER})|${QUOTES}|(${ARROWS})|(${WORDS})|(\\S)`, 'gu');
const POSSESSIVE = /['’]s$/iu;

export function readWords(text: string): Said {
  const words: Word[] = [];
  for (const match of text.matchAll(TOKENS)) {
    const [whole, double, tick, single, arrow, word, sign] = match;
    const { index: start } = match;
    const end = start + whole.length;
    const quote = double ?? tick ?? single;
    if (/^['’]s$/u.test(whole)) words.push({ norm: "'s", text: whole, start, end, kind: 'word' });
    else if (quote !== undefined) words.push({ norm: fold(quote), text: quote.trim(), start, end, kind: 'quote' });
    else if (arrow !== undefined) words.push({ norm: '->', text: arrow, start, end, kind: 'sign' });
    else if (word === undefined) {
      // “James' cards”
      const isOwner = /^['’]$/u.test(whole) && /[\p{L}]s$/iu.test(text.slice(0, start));
      words.push({ norm: isOwner ? "'s" : (sign ?? whole), text: whole, start, end, kind: isOwner ? 'word' : 'sign' });
    } else words.push(...splitPossessive(word, start));
  }
  return { text, words };
}

function splitPossessive(text: string, start: number): Word[] {
  const end = start + text.length;
  const at = text.search(POSSESSIVE);
  // “It's” and “let's” are no owners.
  if (at < 1 || CONTRACTIONS.has(text.slice(0, at).toLowerCase())) {
    return [{ norm: normOf(text), text, start, end, kind: 'word' }];
  }
  const owner = text.slice(0, at);
  return [
    { norm: normOf(owner), text: owner, start, end: start + at, kind: 'word' },
    { norm: "'s", text: text.slice(at), start: start + at, end, kind: 'word' },
  ];
}

const CONTRACTIONS = new Set([
  'it',
  'let',
  'that',
  'what',
  'who',
  'where',
  'when',
  'how',
  'there',
  'here',
  'he',
  'she',
]);

/** A text as texts are compared: small letters without accents. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .trim();
}

function normOf(text: string): string {
  return american(fold(text));
}

/** A word in American spelling, as far as the language has it. */
export function american(word: string): string {
  return AMERICAN.get(word) ?? word;
}

/** British spellings of what the language itself is made of, what is written short, and slips in words too short for others. */
const AMERICAN: ReadonlyMap<string, string> = new Map(
  Object.entries({
    colour: 'color',
    colours: 'colors',
    prioritise: 'prioritize',
    prioritised: 'prioritized',
    organise: 'organize',
    summarise: 'summarize',
    labelled: 'labeled',
    labelling: 'labeling',
    unlabelled: 'unlabeled',
    cancelled: 'canceled',
    finalise: 'finalize',
    unarchive: 'restore',
    til: 'till',
    teh: 'the',
    hte: 'the',
    'w/': 'with',
    'w/o': 'without',
  }),
);

/** What was typed there; of a text in quotation marks alone what is between them. */
export function textOf({ text, words }: Said, { from, to }: Span): string {
  const first = words[from];
  const last = words[to - 1];
  if (!first || !last) return '';
  return (to - from === 1 ? first.text : text.slice(first.start, last.end)).trim();
}

/** “Shouldn't” and the like: a slip of no other word, and part of a title only where the title has it. */
export const NEGATED =
  /(?:^|\s)(?:do|does|did|is|are|was|were|has|have|had|should|would|could|must|need|wo|ca|ai)n['’]?t(?=\s|$)/iu;

export function normsOf({ words }: Said, { from, to }: Span): readonly string[] {
  return words.slice(from, to).map(({ norm }) => norm);
}

/** Each word as it stands, for a template; what is in quotation marks is no word of it. */
export function exactWordsOf(said: Said): readonly (readonly string[])[] {
  const known = exactWords.get(said);
  if (known) return known;
  const words = said.words.map(({ norm, kind }) => (kind === 'quote' ? [] : [norm]));
  exactWords.set(said, words);
  return words;
}

const exactWords = new WeakMap<Said, readonly (readonly string[])[]>();

export function isQuote({ words }: Said, { from, to }: Span): boolean {
  return to - from === 1 && words[from]?.kind === 'quote';
}
