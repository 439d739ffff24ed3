import type { SearchPattern, TextRange } from './search-words.js';

/** A piece of a text, in one line, and where in it what was searched for stands. */
export interface Snippet {
  readonly text: string;
  /** Pairs of places, from and up to but without, counted as JavaScript counts: in UTF-16. */
  readonly matches: readonly TextRange[];
}

const LENGTH = 160;
/** As much stands before the first match, so that one reads what it is about. */
const BEFORE = 40;

/** The piece around the first match, or `null`: there is none. */
export function snippetOf(text: string, pattern: SearchPattern): Snippet | null {
  const [first] = pattern.rangesIn(text);
  if (!first) return null;
  const from = startNear(text, Math.max(0, first[0] - BEFORE), first[0]);
  const rest = text
    .slice(from, from + LENGTH * 2)
    .replaceAll(/\s+/gu, ' ')
    .trim();
  const end = rest.length <= LENGTH ? rest.length : endNear(rest, LENGTH);
  const isCut = from + LENGTH * 2 < text.length || end < rest.length;
  const piece = `${from > 0 ? '…' : ''}${rest.slice(0, end)}${isCut ? '…' : ''}`.toWellFormed();
  return { text: piece, matches: pattern.rangesIn(piece) };
}

/** The beginning of a word from `at` on, if there is one before `most`. */
function startNear(text: string, at: number, most: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, most).search(/\s/u);
  return space < 0 ? Math.max(at, most - BEFORE / 2) : at + space + 1;
}

function endNear(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return space > at / 2 ? space : at;
}
