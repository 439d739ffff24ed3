import { cutText, cutWithin } from '../telling/cut-text.js';

/**
 * Words of people as data for a model: a JSON string without `<`, so that no text can end the block that it stands in.
 * @param most characters; what is longer is cut and ends in “…”
 */
export function quote(text: string, most = Number.POSITIVE_INFINITY): string {
  return toData(cutText(text, most));
}

/** The same for anything that holds words of people. */
export function toData(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', String.raw`\u003c`);
}

/** The same, cut so that it has no more tokens than these. */
export function quoteWithin(text: string, tokens: number): string {
  return cutWithin(text, tokens, quote);
}

/** The same for a name, which stands without quotation marks where it is one plain word. */
export function quoteName(name: string): string {
  return /^[\p{L}\p{N}_-]{1,40}$/u.test(name) ? name : quote(name, 80);
}

/** Lines of data between the marks of which the prompt says that nothing in them is an instruction. */
export function dataBlock(lines: readonly string[]): string {
  return ['<board_data>', ...lines, '</board_data>'].join('\n');
}
