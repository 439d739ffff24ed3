import type { Span } from './words.js';

/**
 * How something can be said: `(move|put) {cards:cards} (to|into) the? {to:column} (column|list)?`. Words stand for themselves, `|` is
 * between alternatives, `?` behind what may be left out, and `{name:type}` is for words that mean something on this board.
 */
export interface Template {
  readonly source: string;
  /** What it can begin with; `null`: anything. */
  readonly first: ReadonlySet<string> | null;
  /** Of each of these sets a word has to be said. */
  readonly needs: readonly ReadonlySet<string>[];
  /** All words that it is made of. */
  readonly literals: ReadonlySet<string>;
  readonly node: Node;
}

interface Slot {
  readonly name: string;
  readonly type: string;
}

type Node =
  | { readonly kind: 'word'; readonly norm: string }
  | (Slot & { readonly kind: 'slot'; readonly after: Start })
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] };

/** What some of a template can begin with. */
interface Start {
  /** `null`: anything. */
  readonly words: ReadonlySet<string> | null;
  readonly canBeEmpty: boolean;
}

export type Slots = Readonly<Record<string, Span>>;

export interface Match {
  readonly slots: Slots;
  /** How many words stand for themselves. */
  readonly literal: number;
}

const PIECES = /\{(\w+):(\w+)\}|([()|?])|([^\s(){}|?]+)/gu;
const NOTHING: Node = { kind: 'sequence', parts: [] };
const END: Start = { words: new Set(), canBeEmpty: true };

export function readTemplate(source: string): Template {
  const pieces = [...source.matchAll(PIECES)];
  let at = 0;

  const choice = (): Node => {
    const options = [sequence()];
    while (pieces[at]?.[3] === '|') {
      at += 1;
      options.push(sequence());
    }
    const [only] = options;
    return options.length === 1 && only ? only : { kind: 'choice', options };
  };
  const sequence = (): Node => {
    const parts: Node[] = [];
    for (let piece = pieces[at]; piece && piece[3] !== '|' && piece[3] !== ')'; piece = pieces[at]) {
      at += 1;
      parts.push(withOption(part(piece)));
    }
    return { kind: 'sequence', parts };
  };
  const part = ([, name, type, sign, word = '']: RegExpExecArray): Node => {
    if (name !== undefined && type !== undefined) return { kind: 'slot', name, type, after: END };
    if (sign !== '(') return { kind: 'word', norm: word };
    const inner = choice();
    at += 1;
    return inner;
  };
  const withOption = (node: Node): Node => {
    if (pieces[at]?.[3] !== '?') return node;
    at += 1;
    return { kind: 'choice', options: [node, NOTHING] };
  };

  const node = withAfter(choice(), END);
  return { source, node, first: startOf(node).words, needs: needsOf(node), literals: new Set(wordsIn(node)) };
}

/** Tells each slot what can follow it: its words end before that. */
function withAfter(node: Node, after: Start): Node {
  switch (node.kind) {
    case 'word':
      return node;
    case 'slot':
      return { ...node, after };
    case 'choice':
      return { ...node, options: node.options.map((option) => withAfter(option, after)) };
    case 'sequence':
      return { ...node, parts: node.parts.map((part, at) => withAfter(part, chain(node.parts.slice(at + 1), after))) };
  }
}

function startOf(node: Node): Start {
  switch (node.kind) {
    case 'word':
      return { words: new Set([node.norm]), canBeEmpty: false };
    case 'slot':
      return { words: null, canBeEmpty: false };
    case 'choice': {
      const all = node.options.map(startOf);
      return { words: union(all), canBeEmpty: all.some(({ canBeEmpty }) => canBeEmpty) };
    }
    case 'sequence':
      return chain(node.parts, END);
  }
}

/** What the parts can begin with, one after the other, and what follows them where all of them can be left out. */
function chain(parts: readonly Node[], after: Start): Start {
  const starts: Start[] = [];
  // Most parts have to be said: what comes behind such a one is nothing to begin with.
  for (const part of parts) {
    const start = startOf(part);
    starts.push(start);
    if (!start.canBeEmpty) return { words: union(starts), canBeEmpty: false };
  }
  return { words: union([...starts, after]), canBeEmpty: after.canBeEmpty };
}

function union(all: readonly Start[]): ReadonlySet<string> | null {
  const [only] = all;
  if (all.length === 1 && only) return only.words;
  const words = new Set<string>();
  for (const start of all) {
    if (start.words === null) return null;
    for (const word of start.words) words.add(word);
  }
  return words;
}

/** What has to be said, however the rest is said: of a choice one of its options. */
function needsOf(node: Node): readonly ReadonlySet<string>[] {
  switch (node.kind) {
    case 'word':
      return [new Set([node.norm])];
    case 'slot':
      return [];
    case 'sequence':
      return node.parts.flatMap(needsOf);
    case 'choice': {
      const firsts = node.options.map((option) => needsOf(option)[0]);
      return firsts.every((first) => first !== undefined) ? [new Set(firsts.flatMap((first) => [...first]))] : [];
    }
  }
}

function wordsIn(node: Node): string[] {
  switch (node.kind) {
    case 'word':
      return [node.norm];
    case 'slot':
      return [];
    case 'choice':
      return node.options.flatMap(wordsIn);
    case 'sequence':
      return node.parts.flatMap(wordsIn);
  }
}

export interface Matching {
  readonly end: number;
  /** Of each word that was said the words of a template that it may be read as. */
  readonly words: readonly (readonly string[])[];
  /** Whether words can be read as something of a type. */
  readonly canBe: (type: string, span: Span) => boolean;
}

/** Their words are looked for on the board: so they are asked last. */
const COSTLY = new Set(['card', 'cards', 'set', 'traits', 'newcards']);

/** How far a match has come. */
interface Here {
  readonly at: number;
  readonly slots: readonly (readonly [Slot, Span])[];
  readonly literal: number;
}
type Go = (here: Here) => void;

/**
 * All the ways in which the words from `from` up to `end` can be read as the template: first where each slot can stand between the words
 * that stand for themselves, and only then what the words in it mean.
 */
export function matchTemplate(template: Template, from: number, matching: Matching): readonly Match[] {
  if (!canMatch(template, from, matching)) return [];
  const { end, words, canBe } = matching;
  const found: Match[] = [];
  const canGoOn = (after: Start, at: number) =>
    at === end ? after.canBeEmpty : after.words === null || isOneOf(words[at], after.words);

  const walk = (node: Node, here: Here, go: Go): void => {
    const { at } = here;
    switch (node.kind) {
      case 'word':
        if (at < end && words[at]?.includes(node.norm)) go({ ...here, at: at + 1, literal: here.literal + 1 });
        return;
      case 'slot':
        for (let to = at + 1; to <= end; to += 1) {
          if (canGoOn(node.after, to)) go({ ...here, at: to, slots: [...here.slots, [node, { from: at, to }]] });
        }
        return;
      case 'choice':
        for (const option of node.options) walk(option, here, go);
        return;
      case 'sequence':
        walkParts(node.parts, here, go);
    }
  };
  const walkParts = ([first, ...rest]: readonly Node[], here: Here, go: Go): void => {
    if (first) walk(first, here, (next) => walkParts(rest, next, go));
    else go(here);
  };

  walk(template.node, { at: from, slots: [], literal: 0 }, ({ at, slots, literal }) => {
    if (at !== end) return;
    const isMeant = ([{ type }, span]: readonly [Slot, Span]) => canBe(type, span);
    const costly = slots.filter(([{ type }]) => COSTLY.has(type));
    const cheap = slots.filter((slot) => !costly.includes(slot));
    if (![...cheap, ...costly].every(isMeant)) return;
    found.push({ slots: Object.fromEntries(slots.map(([{ name }, span]) => [name, span])), literal });
  });
  return found;
}

/** Whether it begins with the right word, and none is missing: most templates go no further. */
function canMatch({ first, needs }: Template, from: number, { end, words }: Matching): boolean {
  if (first !== null && !isOneOf(words[from], first)) return false;
  return needs.every((needed) => {
    for (let at = from; at < end; at += 1) if (isOneOf(words[at], needed)) return true;
    return false;
  });
}

function isOneOf(said: readonly string[] | undefined, words: ReadonlySet<string>): boolean {
  return said !== undefined && said.some((word) => words.has(word));
}

/** What may come next: a word of the language, or something of a type, which begins at a word. */
export type Expected =
  | { readonly kind: 'word'; readonly norm: string }
  | { readonly kind: 'slot'; readonly type: string; readonly from: number };

/** What the template can go on with where `matching.end` is: for whoever has not typed all of it yet. */
export function expectAfter(template: Template, from: number, matching: Matching): readonly Expected[] {
  const { end, words, canBe } = matching;
  const expected = new Map<string, Expected>();

  const expect = (one: Expected): void => {
    expected.set(one.kind === 'word' ? one.norm : `${one.type} ${one.from}`, one);
  };
  const walk = (node: Node, at: number, go: (at: number) => void): void => {
    switch (node.kind) {
      case 'word':
        if (at >= end) expect({ kind: 'word', norm: node.norm });
        else if (words[at]?.includes(node.norm)) go(at + 1);
        return;
      case 'slot':
        // Its last words may not have been typed yet.
        expect({ kind: 'slot', type: node.type, from: at });
        for (let to = at + 1; to <= end; to += 1) if (canBe(node.type, { from: at, to })) go(to);
        return;
      case 'choice':
        for (const option of node.options) walk(option, at, go);
        return;
      case 'sequence':
        walkParts(node.parts, at, go);
    }
  };
  const walkParts = ([first, ...rest]: readonly Node[], at: number, go: (at: number) => void): void => {
    if (first) walk(first, at, (next) => walkParts(rest, next, go));
    else go(at);
  };

  walk(template.node, from, () => {});
  return [...expected.values()];
}
