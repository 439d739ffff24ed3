import { estimateTokens } from '../prompt/tokens.js';

/** No token has more letters than this: all of a long text need not be looked at. */
const MOST_LETTERS = 6;

/** The first letters of a text, not half of one; what is longer ends in “…”. */
export function cutText(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, Math.max(0, most - 1)).toWellFormed()}…` : text;
}

/**
 * As much of a text as has no more tokens than these, in the form in which it is written.
 * @param write the same for a shorter text is no longer
 */
export function cutWithin(text: string, tokens: number, write = (cut: string) => cut): string {
  const fits = (most: number) => estimateTokens(write(cutText(text, most))) <= tokens;
  let [low, high] = [0, Math.min(text.length, Math.ceil(Math.max(0, tokens) * MOST_LETTERS))];
  if (high === text.length && fits(high)) return write(text);
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return write(cutText(text, low));
}
