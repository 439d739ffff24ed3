import { factsIn } from './card-facts.js';
import { frameOf } from './card-frame.js';
import { clear, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import type { NewCards } from './slot-values.js';
import type { Span } from './words.js';

const BULLET = /^\s*(?:[-*•–]\s*(?:\[[ xX]?\]\s*)?|\d{1,3}[.)]\s+|\[[ xX]?\]\s*)/u;

/** Cards that were pasted one a line: `undefined`, where there is but one line; `null`, where it is not clear what the first one says. */
export function readLines(scene: Scene, span: Span): Reading<NewCards> | undefined {
  const { said } = scene;
  const start = said.words[span.from]?.start ?? 0;
  const end = said.words[span.to - 1]?.end ?? 0;
  const isWhole = said.text.slice(end).trim() === '';
  const before = said.text.slice(0, start);
  const gap = /\n\s*$/u.test(before);
  const text = said.text.slice(start, end);
  if (!said.text.trim().includes('\n')) return undefined;
  // Whoever pastes lines means all of them.
  if (!isWhole) return null;
  const [head = '', ...rest] = gap ? ['', ...text.split('\n')] : text.split('\n');
  const titles = rest.map((line) => line.replace(BULLET, '').trim()).filter((line) => line !== '');
  if (titles.length === 0) return undefined;
  const headEnd = start + head.length;
  const to = said.words.findIndex((word, index) => index >= span.from && word.start >= headEnd);
  const words = { from: span.from, to: to === -1 || gap ? span.from : to };
  const facts = readHead(scene, words);
  return facts === null ? null : clear({ ...facts, titles, isFramed: true, isQuoted: true });
}

/** The line before them has to say of them all that it says: `these to Backlog:`. */
function readHead(scene: Scene, span: Span): Omit<NewCards, 'titles' | 'isFramed' | 'isQuoted'> | null {
  if (span.to === span.from) return {};
  const isColon = scene.said.words[span.to - 1]?.norm === ':';
  const to = isColon ? span.to - 1 : span.to;
  const own = factsIn(scene, { from: span.from, to });
  if (own) return own;
  const frame = frameOf(scene, span);
  return frame.isNamed && frame.rest.to === frame.rest.from ? frame.facts : null;
}
