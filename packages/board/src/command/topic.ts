import type { Understanding } from './command.js';
import type { Scene } from './scene.js';
import { withReader } from './slots.js';
import type { Span } from './words.js';

const BEHIND = new Set([':', ',', '-', '–', '—']);

/** What is said of cards that are named before it: they are its “it” or “them”, and it is about nothing else. */
export interface Topic {
  readonly scene: Scene;
  readonly rest: Span;
  readonly isOnlyAbout: (understood: Understanding) => boolean;
}

/** “Hog roast: make it urgent”. */
export function topicsOf(scene: Scene, { from, to }: Span): readonly Topic[] {
  return scene.said.words.slice(0, to - 1).flatMap(({ kind, norm }, at): Topic[] => {
    if (at <= from || kind !== 'sign' || !BEHIND.has(norm)) return [];
    const cards = scene.reader.slot('cards', { from, to: at });
    if (cards?.kind !== 'clear' || cards.value.length === 0) return [];
    const ids = cards.value;
    const isOnlyAbout = (understood: Understanding) => {
      if (understood.kind === 'change')
        return understood.operations.every((operation) => 'cardId' in operation && ids.includes(operation.cardId));
      return understood.kind === 'answer' && understood.cardIds.every((id) => ids.includes(id));
    };
    return [{ scene: withReader({ ...scene, spokenIds: ids }), rest: { from: at + 1, to }, isOnlyAbout }];
  });
}
