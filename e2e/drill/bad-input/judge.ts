import type { Answer } from './fire.ts';
import type { Shot } from './shot.ts';

/** What only this side may know: stacks, files, statements, names of what it is made of. */
const INSIDE =
  /\n\s+at \S|\bat \S+ \(|node_modules|node:internal|file:\/\/|\/(?:dist|src)\/|\.[jt]s:\d|sqlite|kysely|\bSQL|zod|prepared statement|constraint|\b(?:select|delete)\b.+\bfrom\b|\binsert into\b|RangeError|TypeError|SyntaxError|Maximum call stack|Cannot read prop|is not a function|is not iterable/i;
const CHAT = /chat/;
const UNAVAILABLE = 503;
/** A checkout that was never built has no pages to show. */
const NOT_BUILT = 'The web app is not built yet.';

/** What is wrong with an answer; null: nothing. */
export function faultIn({ door, isOpen }: Shot, { status, text, isLate }: Answer): string | null {
  if (status === null) return isOpen ? null : isLate ? 'no answer in time' : 'no answer';
  if (isLate && !isOpen) return 'an answer without an end';
  const inside = text.match(/"httpStatus":(5\d\d)/g)?.map((word) => Number(word.slice(-3))) ?? [];
  const mayBeAway = CHAT.test(door) || CHAT.test(text) || text.includes(NOT_BUILT);
  const failed = [status, ...inside].find((one) => one >= 500 && !(one === UNAVAILABLE && mayBeAway));
  if (failed !== undefined) return `${failed}`;
  const type = /^content-type: (.*)$/im.exec(text)?.[1] ?? '';
  // Pages and the descriptions of the calls say what they say to everybody.
  const isPage = status < 300 && !/text\/event-stream|application\/json(?:l)?/.test(type);
  const told = isPage || (status === 200 && text.includes('"openapi"')) ? null : INSIDE.exec(text);
  return told === null ? null : `it tells of the inside: ${text.slice(Math.max(0, told.index - 60), told.index + 90)}`;
}
