import MarkdownIt, { type Token } from 'markdown-it';

/** Lists and quotes within each other; a list counts twice. */
export const MOST_LEVELS = 30;
const LONGEST_ADDRESS = 2048;
const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const ALLOWED_SCHEME = /^(?:https?|mailto):/i;

/** GFM without HTML: tags are shown as they were typed. */
const parser = new MarkdownIt({ html: false, linkify: true, maxNesting: MOST_LEVELS });
// `fares.rs` is a file, not a site: without a scheme only addresses of people are found.
parser.linkify.set({ fuzzyLink: false, fuzzyEmail: true });
parser.validateLink = isAllowedAddress;

/** The tokens of a text. It takes at most a few hundred milliseconds for 64 KiB of anything. */
export function tokensOf(text: string): Token[] {
  return parser.parse(text, {});
}

/** Web, mail, and addresses relative to this one. Nothing that runs, and nothing so long that its copies fill the memory. */
function isAllowedAddress(address: string): boolean {
  const trimmed = address.trim();
  return trimmed.length <= LONGEST_ADDRESS && (!SCHEME.test(trimmed) || ALLOWED_SCHEME.test(trimmed));
}
