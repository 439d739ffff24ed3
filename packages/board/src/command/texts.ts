import { isQuote, textOf, type Said, type Span } from './words.js';

/**
 * The texts of a list: `"a" and "b"`, or `a, b and c`. Without a comma or quotation marks it is one text: “salt and pepper” is one thing to
 * buy, where it was not said that there are several.
 */
export function textsIn(said: Said, span: Span, isSeveral = false): readonly string[] {
  const words = said.words.slice(span.from, span.to);
  const isBetween = (norm: string) => norm === ',' || norm === ';' || norm === 'and' || norm === '&';
  const areQuotes = words.every(({ kind, norm }) => kind === 'quote' || isBetween(norm));
  const hasCommas = words.some(({ kind, norm }) => kind === 'sign' && (norm === ',' || norm === ';'));
  if (isQuote(said, span) || (!areQuotes && !hasCommas && !isSeveral))
    return [textOf(said, span)].filter((text) => text !== '');
  const texts: string[] = [];
  let from = span.from;
  for (let at = span.from; at <= span.to; at += 1) {
    const word = said.words[at];
    if (at < span.to && (word?.kind === 'quote' || !isBetween(word?.norm ?? ''))) continue;
    if (at > from) texts.push(textOf(said, { from, to: at }));
    from = at + 1;
  }
  return texts.filter((text) => text !== '');
}
