/** What the assistant writes, as data: text never becomes HTML, and nothing in it is ever fetched. */
export type Inline =
  | { readonly kind: 'text' | 'code' | 'card'; readonly text: string }
  | { readonly kind: 'bold' | 'stress'; readonly children: readonly Inline[] };

export type Block =
  | { readonly kind: 'paragraph'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'list'; readonly start: number | null; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string };

const BULLET = /^\s*[-*•]\s+(.*)$/;
const NUMBERED = /^\s*(\d{1,4})[.)]\s+(.*)$/;
const HEADING = /^#{1,6}\s+(.*)$/;
const FENCE = /^\s*```/;
const BOARD_KEY = /^[A-Z][A-Z0-9]{0,9}$/;

/** Splits a message into paragraphs, lists and code. `boardKey` tells which words are numbers of this board's cards. */
export function formatMessage(text: string, boardKey: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  for (let index = 0; index < lines.length;) {
    const [block, next] = readBlock(lines, index, (line) => formatLine(line, boardKey));
    if (block) blocks.push(block);
    index = next;
  }
  return blocks;
}

type Format = (line: string) => readonly Inline[];

function readBlock(lines: readonly string[], from: number, format: Format): [Block | null, number] {
  const line = lines[from] ?? '';
  if (line.trim() === '') return [null, from + 1];
  if (FENCE.test(line)) return readCode(lines, from);
  if (BULLET.test(line)) {
    const end = endOfRun(lines, from, (other) => BULLET.test(other));
    const items = lines.slice(from, end).map((item) => format(BULLET.exec(item)?.[1] ?? item));
    return [{ kind: 'list', start: null, items }, end];
  }
  const first = NUMBERED.exec(line);
  if (first) {
    const end = endOfRun(lines, from, (other) => NUMBERED.test(other));
    const items = lines.slice(from, end).map((item) => format(NUMBERED.exec(item)?.[2] ?? item));
    return [{ kind: 'list', start: Number(first[1]), items }, end];
  }
  const end = endOfRun(lines, from, isPlain);
  return [{ kind: 'paragraph', lines: lines.slice(from, end).map((other) => formatPlain(other, format)) }, end];
}

function readCode(lines: readonly string[], from: number): [Block, number] {
  const closing = lines.findIndex((line, index) => index > from && FENCE.test(line));
  const end = closing === -1 ? lines.length : closing;
  return [{ kind: 'code', text: lines.slice(from + 1, end).join('\n') }, end + 1];
}

function endOfRun(lines: readonly string[], from: number, belongs: (line: string) => boolean): number {
  const end = lines.findIndex((line, index) => index > from && !belongs(line));
  return end === -1 ? lines.length : end;
}

function isPlain(line: string): boolean {
  return line.trim() !== '' && !FENCE.test(line) && !BULLET.test(line) && !NUMBERED.test(line);
}

function formatPlain(line: string, format: Format): readonly Inline[] {
  const heading = HEADING.exec(line)?.[1];
  return heading === undefined ? format(line) : [{ kind: 'bold', children: format(heading) }];
}

/** One line of running text: card numbers, `**bold**`, `*stress*` and `` `code` ``. What is not closed stays as it was written. */
export function formatLine(line: string, boardKey: string): Inline[] {
  const found: Inline[] = [];
  let end = 0;
  for (const match of line.matchAll(inlinePattern(boardKey))) {
    if (match.index > end) found.push({ kind: 'text', text: line.slice(end, match.index) });
    const [whole, code, bold, stress] = match;
    if (code !== undefined) found.push({ kind: 'code', text: code });
    else if (bold !== undefined) found.push({ kind: 'bold', children: formatLine(bold, boardKey) });
    else if (stress !== undefined) found.push({ kind: 'stress', children: formatLine(stress, boardKey) });
    else found.push({ kind: 'card', text: whole });
    end = match.index + whole.length;
  }
  if (end < line.length) found.push({ kind: 'text', text: line.slice(end) });
  return found;
}

function inlinePattern(boardKey: string): RegExp {
  const card = BOARD_KEY.test(boardKey) ? `|(?<![\\p{L}\\p{N}_-])${boardKey}-[1-9]\\d{0,8}(?![\\p{L}\\p{N}_-])` : '';
  const code = '`([^`]+)`';
  const bold = String.raw`\*\*(?=\S)(.+?)(?<=\S)\*\*`;
  const stress = String.raw`(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]+?)(?<=\S)\*(?![\p{L}\p{N}*])`;
  return new RegExp(`${code}|${bold}|${stress}${card}`, 'gu');
}
