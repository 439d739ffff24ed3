import type { Task } from './tree';

const LINE_END = /\r\n?|\n/g;
/** What may stand before a box on its line: the marks of the lists and quotes that it is in. */
const BOX_LINE = /^([\s>*+\-\d.)]*\[)([ xX])\][ \t]/;

/** Where each line of a text begins. */
export function lineStartsOf(source: string): readonly number[] {
  const starts = [0];
  for (const match of source.matchAll(LINE_END)) starts.push(match.index + match[0].length);
  return starts;
}

/** The box on the line that begins at `start`. */
export function taskAt(source: string, start: number): Task | null {
  // No list goes so deep that its marks take more.
  const match = BOX_LINE.exec(source.slice(start, start + 400));
  if (!match) return null;
  return { at: start + (match[1] ?? '').length, done: match[2] !== ' ' };
}

/** The source with exactly one box the other way round; as it is, where there is none. */
export function tick(source: string, at: number): string {
  const now = source[at];
  if (source[at - 1] !== '[' || source[at + 1] !== ']' || now === undefined || !' xX'.includes(now)) return source;
  return `${source.slice(0, at)}${now === ' ' ? 'x' : ' '}${source.slice(at + 1)}`;
}

/** More than this is shown when somebody asks for it. */
const MOST_LINES = 400;
const MOST_CHARACTERS = 16_000;

/** How much of a text is shown at first: whole lines, or all of it. */
export function beginningOf(source: string): string {
  if (source.length <= MOST_LINES) return source;
  const end = Math.min(endOfLines(source), source.length > MOST_CHARACTERS * 1.5 ? MOST_CHARACTERS : source.length);
  if (end === source.length) return source;
  const line = source.lastIndexOf('\n', end);
  // A line that is too long by itself is cut between words, or anywhere but within a character.
  const cut = line > 0 ? line : Math.max(source.lastIndexOf(' ', end), end / 2);
  return source.slice(0, cut).replace(/[\uD800-\uDBFF]$/, '');
}

function endOfLines(source: string): number {
  let count = 0;
  for (const { index } of source.matchAll(LINE_END)) {
    count += 1;
    if (count > MOST_LINES) return index;
  }
  return source.length;
}
