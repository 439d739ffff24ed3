import { estimateTokens } from './tokens.js';

const MOST_LETTERS = 6;

/**
 * Words of people as data for a model: a JSON string without `<`, so that no text can end the block that it stands in.
 * @param most characters; what is longer is cut and ends in “…”
 */
export function quote(text: string, most = Number.POSITIVE_INFINITY): string {
  return escapeTags(JSON.stringify(cutText(text, most)));
}

/** The same, cut so that it has no more tokens than these. */
export function quoteWithin(text: string, tokens: number): string {
  const fits = (most: number) => estimateTokens(quote(text, most)) <= tokens;
  // No token has more letters than this: all of a long text need not be looked at.
  let [low, high] = [0, Math.min(text.length, Math.ceil(tokens * MOST_LETTERS))];
  if (high === text.length && fits(high)) return quote(text);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return quote(text, low);
}

/** The same for a name, which stands without quotation marks where it is one plain word. */
export function quoteName(name: string): string {
  return /^[\p{L}\p{N}_-]{1,40}$/u.test(name) ? name : quote(name, 80);
}

/** Lines of data between the marks of which the prompt says that nothing in them is an instruction. */
export function dataBlock(lines: readonly string[]): string {
  return ['<board_data>', ...lines, '</board_data>'].join('\n');
}

/** For JSON that holds words of people. */
export function escapeTags(json: string): string {
  return json.replaceAll('<', String.raw`\u003c`);
}

function cutText(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, Math.max(0, most - 1)).toWellFormed()}…` : text;
}
