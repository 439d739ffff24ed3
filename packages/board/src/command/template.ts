import type { Said, Span } from './words.js';

/**
 * How something can be said: `(move|put) {cards:cards} (to|into) the? {to:column} (column|list)?`. Words stand for themselves, `|` is
 * between alternatives, `?` behind what may be left out, and `{name:type}` is for words that mean something on this board.
 */
export interface Template {
  readonly source: string;
  /** What it can begin with; `null`: anything. */
  readonly first: ReadonlySet<string> | null;
  /** All words that it is made of. */
  readonly literals: ReadonlySet<string>;
  readonly node: Node;
}

type Node =
  | { readonly kind: 'word'; readonly norm: string }
  | { readonly kind: 'slot'; readonly name: string; readonly type: string; readonly isLast: boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly Node[] }
  | { readonly kind: 'choice'; readonly options: readonly Node[] };

export type Slots = Readonly<Record<string, Span>>;

export interface Match {
  readonly slots: Slots;
  /** How many words stand for themselves. */
  readonly literal: number;
}

const PIECES = /\{(\w+):(\w+)\}|([()|?])|([^\s(){}|?]+)/gu;
const NOTHING: Node = { kind: 'sequence', parts: [] };

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
    if (name !== undefined && type !== undefined) return { kind: 'slot', name, type, isLast: false };
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

  const node = withLast(choice());
  return { source, node, first: firstOf(node).words, literals: new Set(wordsIn(node)) };
}

/** Marks the slots that nothing can follow: theirs are all the words that are left. */
function withLast(node: Node): Node {
  switch (node.kind) {
    case 'word':
      return node;
    case 'slot':
      return { ...node, isLast: true };
    case 'choice':
      return { ...node, options: node.options.map(withLast) };
    case 'sequence':
      return { ...node, parts: node.parts.map((part, at) => (at === node.parts.length - 1 ? withLast(part) : part)) };
  }
}

interface First {
  readonly words: Set<string> | null;
  readonly canBeEmpty: boolean;
}

function firstOf(node: Node): First {
  switch (node.kind) {
    case 'word':
      return { words: new Set([node.norm]), canBeEmpty: false };
    case 'slot':
      return { words: null, canBeEmpty: false };
    case 'choice': {
      const all = node.options.map(firstOf);
      return { words: union(all), canBeEmpty: all.some(({ canBeEmpty }) => canBeEmpty) };
    }
    case 'sequence': {
      const reached: First[] = [];
      for (const part of node.parts) {
        const first = firstOf(part);
        reached.push(first);
        if (!first.canBeEmpty) return { words: union(reached), canBeEmpty: false };
      }
      return { words: union(reached), canBeEmpty: true };
    }
  }
}

function union(all: readonly First[]): Set<string> | null {
  return all.some(({ words }) => words === null) ? null : new Set(all.flatMap(({ words }) => [...(words ?? [])]));
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

interface Matching {
  readonly said: Said;
  readonly end: number;
  /** Whether a word may be read as this word of a template. */
  readonly isWord: (index: number, norm: string) => boolean;
  /** Whether words can be read as something of a type. */
  readonly canBe: (type: string, span: Span) => boolean;
}

/** How far a match has come. */
interface Here {
  readonly at: number;
  readonly match: Match;
}
type Go = (here: Here) => void;

/** All the ways in which the words from `from` up to `end` can be read as the template. */
export function matchTemplate(template: Template, from: number, matching: Matching): readonly Match[] {
  const found: Match[] = [];
  const { said, end, isWord, canBe } = matching;

  const walk = (node: Node, here: Here, go: Go): void => {
    const { at, match } = here;
    switch (node.kind) {
      case 'word':
        if (at < end && said.words[at]?.kind !== 'quote' && isWord(at, node.norm)) {
          go({ at: at + 1, match: { ...match, literal: match.literal + 1 } });
        }
        return;
      case 'slot':
        for (let to = node.isLast ? Math.max(end, at + 1) : at + 1; to <= end; to += 1) {
          const span = { from: at, to };
          if (canBe(node.type, span)) go({ at: to, match: { ...match, slots: { ...match.slots, [node.name]: span } } });
        }
        return;
      case 'choice':
        for (const option of node.options) walk(option, here, go);
        return;
      case 'sequence':
        walkAll(node.parts, here, go);
    }
  };
  const walkAll = ([first, ...rest]: readonly Node[], here: Here, go: Go): void => {
    if (!first) return go(here);
    walk(first, here, (next) => walkAll(rest, next, go));
  };

  walk(template.node, { at: from, match: { slots: {}, literal: 0 } }, ({ at, match }) => {
    if (at === end) found.push(match);
  });
  return found;
}

/** What may come next: a word of the language, or something of a type, which begins at a word. */
export type Expected =
  | { readonly kind: 'word'; readonly norm: string }
  | { readonly kind: 'slot'; readonly type: string; readonly from: number };

/** What the template can go on with where `matching.end` is: for whoever has not typed all of it yet. */
export function expectAfter(template: Template, from: number, matching: Matching): readonly Expected[] {
  const { said, end, isWord, canBe } = matching;
  const expected = new Map<string, Expected>();

  const expect = (one: Expected): void => {
    expected.set(one.kind === 'word' ? one.norm : `${one.type} ${one.from}`, one);
  };
  const walk = (node: Node, at: number, go: (at: number) => void): void => {
    switch (node.kind) {
      case 'word':
        if (at >= end) expect({ kind: 'word', norm: node.norm });
        else if (said.words[at]?.kind !== 'quote' && isWord(at, node.norm)) go(at + 1);
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
        walkAll(node.parts, at, go);
    }
  };
  const walkAll = ([first, ...rest]: readonly Node[], at: number, go: (at: number) => void): void => {
    if (!first) return go(at);
    walk(first, at, (next) => walkAll(rest, next, go));
  };

  walk(template.node, from, () => {});
  return [...expected.values()];
}
