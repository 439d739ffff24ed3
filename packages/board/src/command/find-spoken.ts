import type { Id } from '../model.js';
import { numberOf, ordinalOf } from './positions.js';
import { clear, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { isQuote, normsOf, type Span } from './words.js';

/** Words by which no title is looked for. */
export const PRONOUNS: ReadonlySet<string> = new Set([
  'it',
  'that',
  'this',
  'them',
  'those',
  'these',
  'they',
  'both',
  'one',
]);
const ONE = new Set([
  'it',
  'that',
  'this',
  'that card',
  'this card',
  'that one',
  'this one',
  'the card',
  'the same card',
]);
const SOME = new Set([
  'them',
  'those',
  'these',
  'both',
  'both of them',
  'all of them',
  'them all',
  'them both',
  'all of those',
  'all of these',
  'all those',
  'all these',
  'those cards',
  'these cards',
  'the cards',
  'they',
]);

/**
 * The cards that were spoken of last, where the words stand for them; `null`: they do, and there are none; `undefined`: they do not.
 * Words that stand for cards are never looked for in titles: “it” is not “Ship it”.
 */
export function findSpoken(scene: Scene, span: Span): Reading<readonly Id[]> | undefined {
  if (isQuote(scene.said, span)) return undefined;
  const words = normsOf(scene.said, span).join(' ');
  if (!ONE.has(words) && !SOME.has(words)) return placed(scene, words);
  const spoken = scene.spokenIds.filter((id) => scene.board.card(id) !== undefined);
  // “It” is none of several, of which one may be gone.
  const isMeant = ONE.has(words)
    ? scene.spokenIds.length === 1
    : spoken.length > 1 || (words === 'them' && scene.spokenIds.length === 1);
  return isMeant && spoken.length > 0 ? clear(spoken) : null;
}

/** More than this an answer does not name: the last of them was not seen. */
const MOST_NAMED = 10;

/** “The second one”, where several were spoken of. */
function placed({ board, spokenIds }: Scene, words: string): Reading<readonly Id[]> | undefined {
  const [, end, count = ''] = /^the (first|last) (\w+)(?: ones| of (?:them|those|these))?$/u.exec(words) ?? [];
  const several = end === undefined ? null : numberOf(count);
  if (several !== null && several > 1 && spokenIds.length > several && spokenIds.length <= MOST_NAMED) {
    const ids = end === 'first' ? spokenIds.slice(0, several) : spokenIds.slice(-several);
    return ids.every((id) => board.card(id)) ? clear(ids) : null;
  }
  const [, which = ''] = /^the (\w+) (?:one|of (?:them|those|these))$/u.exec(words) ?? [];
  if (which === '' || spokenIds.length < 2) return undefined;
  const isLast = which === 'last' && spokenIds.length <= MOST_NAMED;
  const id = isLast ? spokenIds.at(-1) : spokenIds[(ordinalOf(which) ?? 0) - 1];
  return id !== undefined && board.card(id) ? clear([id]) : undefined;
}
