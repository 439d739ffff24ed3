import { shorten } from '../decide-context.js';
import { grammarOf } from './grammar.js';
import type { Scene } from './scene.js';
import { expectAfter } from './template.js';
import type { Span } from './words.js';

/** Slots that take any words: that these fit says nothing of how much was understood. */
const TAKES_ANY: ReadonlySet<string> = new Set(['text', 'texts', 'newcards', 'items', 'archived']);

/** Of what is looked into: where a long text goes wrong is seen without it. */
const MOST_WORDS = 24;
const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'my', 'our']);

/** Why a request was not understood: how far it was, and from where on it was not. */
export function sayHowFar(scene: Scene, span: Span): string {
  const { words, text } = scene.said;
  let reached = span.to - span.from > MOST_WORDS ? span.from : reach(scene, span);
  // “The” belongs to what comes after it.
  while (reached > span.from && ARTICLES.has(words[reached - 1]?.norm ?? '')) reached -= 1;
  if (reached === span.from || reached >= span.to) return 'Not all of that was understood, so nothing is done.';
  const said = (from: number, to: number) => shorten(text.slice(words[from]?.start, words[to - 1]?.end));
  return `“${said(span.from, reached)}” was understood, “${said(reached, span.to)}” was not, so nothing is done.`;
}

/** The place in front of the first word that makes sense to nothing that begins like this. */
function reach(scene: Scene, { from, to }: Span): number {
  let reached = from;
  const canBe = (type: string, span: Span) => {
    if (TAKES_ANY.has(type) || !scene.reader.canBe(type, span)) return false;
    reached = Math.max(reached, span.to);
    return true;
  };
  const { wordsOf, waysFrom } = grammarOf(scene.context);
  const words = wordsOf(scene.said);
  const matching = { end: to, words, canBe };
  for (const { template } of waysFrom(words[from] ?? [])) {
    // What can begin with any words makes sense of some in every text.
    if (template.first === null) continue;
    for (const expected of expectAfter(template, from, matching))
      reached = Math.max(reached, expected.kind === 'slot' ? expected.from : to);
  }
  return reached;
}
