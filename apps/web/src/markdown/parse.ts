import type { Token } from 'markdown-it';
import { readInline } from './inline';
import { lineStartsOf, taskAt } from './lines';
import { MOST_LEVELS, tokensOf } from './parser';
import type { Block, Cell, Item, Task } from './tree';

/** Nodes of one text that are drawn as what they are; the rest is shown as it was typed. */
const MOST_NODES = 8000;

interface Reader {
  readonly source: string;
  readonly lines: readonly number[];
  readonly tokens: readonly Token[];
  /** The token that is read next. */
  next: number;
  nodes: number;
  /** The line from which on it is too much. */
  stop: number | null;
  /** Whether something lies deeper than the parser goes: it leaves that out. */
  tooDeep: boolean;
}

/** Any text as blocks. It never throws, and what is too deep or too much stays the text that was typed. */
export function parseMarkdown(source: string): readonly Block[] {
  try {
    return readAll(source);
  } catch {
    return [{ kind: 'plain', at: 0, text: source }];
  }
}

function readAll(source: string): readonly Block[] {
  const tokens = tokensOf(source);
  const reader: Reader = { source, lines: lineStartsOf(source), tokens, next: 0, nodes: 0, stop: null, tooDeep: false };
  const blocks: Block[] = [];
  while (reader.next < tokens.length && reader.stop === null) {
    const [from, to] = tokens[reader.next]?.map ?? [0, 0];
    reader.tooDeep = false;
    const block = readBlock(reader);
    if (reader.tooDeep) blocks.push(plain(reader, from, to));
    else if (block) blocks.push(block);
  }
  if (reader.stop !== null) blocks.push(plain(reader, reader.stop, reader.lines.length));
  return blocks;
}

function plain({ source, lines }: Reader, from: number, to: number): Block {
  const at = lines[from] ?? source.length;
  return { kind: 'plain', at, text: source.slice(at, lines[to] ?? source.length).trimEnd() };
}

function readBlocks(reader: Reader, end: string): Block[] {
  const blocks: Block[] = [];
  for (let token = peek(reader); token && token.type !== end; token = peek(reader)) {
    const block = readBlock(reader);
    if (block) blocks.push(block);
    if (reader.stop !== null) return blocks;
  }
  reader.next += 1;
  return blocks;
}

function readBlock(reader: Reader): Block | null {
  const token = take(reader);
  if (!token || reader.stop !== null) return null;
  const at = placeOf(reader, token);
  switch (token.type) {
    case 'paragraph_open':
      return { kind: 'paragraph', at, children: readText(reader) };
    case 'heading_open':
      return { kind: 'heading', at, level: Number(token.tag.slice(1)), children: readText(reader) };
    case 'fence':
    case 'code_block':
      return { kind: 'code', at, text: token.content.replace(/\n$/, ''), language: token.info.trim() };
    case 'blockquote_open':
      return { kind: 'quote', at, children: readContainer(reader, token, 'blockquote_close') };
    case 'bullet_list_open':
      return { kind: 'list', at, start: null, ...readItems(reader, 'bullet_list_close') };
    case 'ordered_list_open': {
      const start = Number(token.attrGet('start') ?? 1);
      return { kind: 'list', at, start, ...readItems(reader, 'ordered_list_close') };
    }
    case 'table_open':
      return readTable(reader, at);
    case 'hr':
      return { kind: 'rule', at };
    default:
      // Nothing else is left by the rules that are on; a new kind would be shown as it was typed.
      reader.tooDeep = true;
      return null;
  }
}

function readContainer(reader: Reader, { level }: Token, end: string): Block[] {
  // The parser says nothing where it stops going deeper: it leaves the innermost empty.
  if (peek(reader)?.type === end && level >= MOST_LEVELS - 2) reader.tooDeep = true;
  return readBlocks(reader, end);
}

function readItems(reader: Reader, end: string): { tight: boolean; items: Item[] } {
  const items: Item[] = [];
  let tight = true;
  for (let token = peek(reader); token && token.type !== end; token = peek(reader)) {
    take(reader);
    if (reader.stop !== null) break;
    const first = peek(reader);
    if (first?.type === 'paragraph_open' && !first.hidden) tight = false;
    const task = taskOf(reader);
    const children = readContainer(reader, token, 'list_item_close');
    items.push({ at: placeOf(reader, token), task, children: task ? withoutBox(children) : children });
  }
  reader.next += 1;
  return { tight, items };
}

/** The box that the item begins with which is read next. */
function taskOf({ source, lines, tokens, next }: Reader): Task | null {
  if (tokens[next]?.type !== 'paragraph_open') return null;
  const inline = tokens[next + 1];
  const [text] = inline?.children ?? [];
  const line = inline?.map?.[0];
  if (line === undefined || text?.type !== 'text' || !BOX.test(text.content)) return null;
  return taskAt(source, lines[line] ?? source.length);
}

const BOX = /^\[[ xX]\][ \t]/;

function withoutBox([first, ...rest]: readonly Block[]): readonly Block[] {
  if (first?.kind !== 'paragraph') return first ? [first, ...rest] : rest;
  const [text, ...others] = first.children;
  if (text?.kind !== 'text') return [first, ...rest];
  return [{ ...first, children: [{ kind: 'text', text: text.text.replace(BOX, '') }, ...others] }, ...rest];
}

function readTable(reader: Reader, at: number): Block {
  const rows: Cell[][] = [];
  for (let token = take(reader); token && token.type !== 'table_close'; token = take(reader)) {
    if (reader.stop !== null) break;
    if (token.type === 'tr_open') rows.push([]);
    else if (token.type === 'th_open' || token.type === 'td_open') {
      rows.at(-1)?.push({ align: alignOf(token), children: readText(reader) });
    }
  }
  const [head = [], ...body] = rows;
  return { kind: 'table', at, head, rows: body };
}

function alignOf(token: Token): Cell['align'] {
  const style = String(token.attrGet('style') ?? '');
  return (['left', 'center', 'right'] as const).find((side) => style.endsWith(side)) ?? null;
}

/** The running text between the token that was taken and its end. */
function readText(reader: Reader) {
  const inline = take(reader);
  // Its end.
  reader.next += 1;
  if (!inline) return [];
  const tokens = inline.children ?? [];
  reader.nodes += tokens.length;
  // One paragraph that is too much on its own.
  if (tokens.length > MOST_NODES) return [{ kind: 'text', text: inline.content }] as const;
  return readInline(tokens);
}

function peek({ tokens, next }: Reader): Token | undefined {
  return tokens[next];
}

function take(reader: Reader): Token | undefined {
  const token = reader.tokens[reader.next];
  reader.next += 1;
  reader.nodes += 1;
  if (token?.map && token.type.endsWith('_open') && reader.nodes > MOST_NODES) reader.stop ??= token.map[0];
  return token;
}

function placeOf({ lines, source }: Reader, { map }: Token): number {
  return lines[map?.[0] ?? 0] ?? source.length;
}
