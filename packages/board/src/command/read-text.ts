import { quoted } from './choices.js';
import { clear, type Doubt, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import { isQuote, textOf, type Span, type Word } from './words.js';

/** Words as they are typed. Whoever means more than one thing has to say where the text ends: quotation marks do. */
export function readText(scene: Scene, span: Span): Reading<string> {
  const { words } = scene.said;
  const text = textOf(scene.said, span);
  if (text === '') return null;
  if (isQuote(scene.said, span)) return clear(text);
  // A text that begins or ends with a sign between words is cut in the wrong place.
  const ends = [words[span.from], words[span.to - 1]];
  if (ends.some((word) => word?.kind === 'sign' && [',', ';', ':', '->'].includes(word.norm))) return null;
  const end = doubtEnd(scene, span);
  if (end) return { kind: 'doubt', doubt: end };
  // What stands in quotation marks is a text of its own.
  const holdsQuote = words.slice(span.from, span.to).some(({ kind }) => kind === 'quote');
  const isHalf = words.slice(span.from, span.to).some(isHalfQuote);
  return holdsQuote || isHalf || holdsClause(scene, span) ? null : clear(text, 0.95);
}

/** Also `"a" and "b"`: what is a list of quotation marks is nothing else. */
export function readTexts(scene: Scene, span: Span): Reading<string> {
  const words = scene.said.words.slice(span.from, span.to);
  const isList = words.length > 2 && words.every(({ kind }, at) => (kind === 'quote') === (at % 2 === 0));
  const areJoined = words.every(({ kind, norm }) => kind === 'quote' || LISTING.has(norm));
  return isList && areJoined && words.length % 2 === 1 ? clear(textOf(scene.said, span)) : readText(scene, span);
}

const LISTING = new Set(['and', ',', '&', ';']);
const MAYBE_POLITE = ['thank you', 'thanks', 'right now', 'for now', 'now', 'okay', 'ok', 'asap'];

/** “Apocalypse now”: whether the text ends with what may be said to the board, only who says it knows. */
export function doubtEnd({ said }: Scene, { from, to }: Span): Doubt | null {
  const norms = said.words.slice(to, to + 3).map(({ norm, kind }) => (kind === 'quote' ? '"' : norm));
  const polite = MAYBE_POLITE.find((words) => words.split(' ').every((word, at) => norms[at] === word));
  if (polite === undefined) return null;
  const end = to + polite.split(' ').length;
  const next = said.words[end];
  if (next && !(BETWEEN.has(next.norm) || next.norm === '!' || next.norm === 'please')) return null;
  const choices = [
    { from, to },
    { from, to: end },
  ].map((span) => textOf(said, span));
  return {
    question: 'Where does the text end?',
    choices: choices.map((text) => ({ label: `“${text}”`, words: quoted(text) })),
    span: { from, to: end },
  };
}

/** A quotation mark without its other one: where the text ends nobody knows. */
export function isHalfQuote({ kind, norm }: Word): boolean {
  return kind === 'sign' && ['"', '“', '”', '„', '«', '»'].includes(norm);
}

const BETWEEN = new Set(['and', 'then', ',', ';', '.', '&', 'also', 'plus', 'but']);

/** What is asked of a board only with another word behind it: “clean up the list”, but “clean the oven”. */
const WITH: ReadonlyMap<string, readonly string[]> = new Map([
  ['clean', ['up']],
  ['throw', ['away', 'out']],
  ['wrap', ['up']],
  ['cross', ['off', 'out']],
  ['tidy', ['away']],
]);

const ONLY_HERE = new Set(['undo', 'redo', 'archive', 'restore', 'delete', 'duplicate']);

/** Whether words that stand in no quotation marks go on to another command: then they are not all one text. */
export function holdsClause({ said: { words }, isVerb }: Scene, { from, to }: Span): boolean {
  return words.slice(from, to).some(({ norm, kind }, index, all) => {
    const before = all[index - 1];
    const follows = before !== undefined && before.kind !== 'quote' && BETWEEN.has(before.norm);
    const after = all[index + 1];
    // “Sand, prime, paint” are things to do: a verb alone is no command, but for what is only done here.
    const isAlone = !ONLY_HERE.has(norm) && (after === undefined || BETWEEN.has(after.norm));
    const isOther = WITH.get(norm)?.includes(after?.norm ?? '') === false;
    return kind === 'word' && follows && isVerb(norm) && !isAlone && !isOther;
  });
}
