import type { Id } from '../model.js';
import { clear, type Reading } from './reading.js';
import type { Scene } from './scene.js';
import type { Span } from './words.js';

const BETWEEN = new Set([',', 'and', '&', '+', ';']);

/** Several of a kind: `A, B and C`. All of them are known, or the list is none. */
export function findList(
  scene: Scene,
  span: Span,
  findOne: (scene: Scene, span: Span) => Reading<Id>,
): Reading<readonly Id[]> {
  const whole = findOne(scene, span);
  if (whole) return whole.kind === 'doubt' ? whole : clear([whole.value], whole.sure);
  const ids: Id[] = [];
  let sure = 1;
  for (const part of partsOf(scene, span)) {
    const one = findOne(scene, part);
    if (one?.kind !== 'clear') return one;
    ids.push(one.value);
    sure = Math.min(sure, one.sure);
  }
  return ids.length > 1 ? clear([...new Set(ids)], sure) : null;
}

export function partsOf({ said: { words } }: Scene, { from, to }: Span): readonly Span[] {
  const parts: Span[] = [];
  let start = from;
  for (let at = from; at <= to; at += 1) {
    const word = words[at];
    const isBetween = at === to || (word?.kind !== 'quote' && BETWEEN.has(word?.norm ?? ''));
    if (!isBetween) continue;
    if (at > start) parts.push({ from: start, to: at });
    start = at + 1;
  }
  return parts;
}
