import { diffLines, diffWordsWithSpace } from 'diff';

/** A stretch of text: on both sides, only before, or only after. */
export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Together they hold the page for less than 50 ms. */
const WORDS_MS = 25;
const LINES_MS = 15;
/** UTF-16 units of both sides, above which finding the words alone takes too long. */
const MOST_FOR_WORDS = 40_000;

/** What became of a text, word by word; of a huge one line by line; of one that became another altogether, as a whole. */
export function diffText(before: string, after: string): readonly DiffPart[] {
  const isShort = before.length + after.length <= MOST_FOR_WORDS;
  const found =
    (isShort ? diffWordsWithSpace(before, after, { timeout: WORDS_MS }) : undefined) ??
    diffLines(before, after, { timeout: LINES_MS });
  if (!found) return [part('gone', before), part('new', after)].filter(({ text }) => text !== '');
  return found.map(({ value, added, removed }) => part(added ? 'new' : removed ? 'gone' : 'same', value));
}

function part(kind: DiffPart['kind'], text: string): DiffPart {
  return { kind, text };
}

/** How much of what stayed is shown beside what did not. */
const CONTEXT = 90;
const LONGEST_SHOWN = 20_000;

/** The parts with what is far from any change cut short. */
export function shortenSame(parts: readonly DiffPart[]): readonly DiffPart[] {
  return parts.map(({ kind, text }, index) => {
    if (kind !== 'same') return part(kind, text.length > LONGEST_SHOWN ? `${cut(text, LONGEST_SHOWN)} …` : text);
    const head = index === 0 ? 0 : CONTEXT;
    const tail = index === parts.length - 1 ? 0 : CONTEXT;
    if (text.length <= head + tail + CONTEXT) return part(kind, text);
    const start = head === 0 ? '' : `${cut(text, head)} `;
    const end = tail === 0 ? '' : ` ${text.slice(text.length - tail).replace(/^[\uDC00-\uDFFF]/, '')}`;
    return part(kind, `${start}…${end}`);
  });
}

/** Never between the two halves of a character. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
