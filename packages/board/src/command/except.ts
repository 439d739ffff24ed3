import type { ChangeUnderstood, Understanding } from './command.js';
import { exceptAt, readOthers } from './find-card-set.js';
import type { Id } from '../model.js';
import type { Scene } from './scene.js';
import type { Span } from './words.js';

/** What is said of some cards, and behind it which of them are not meant. */
interface Excepting {
  readonly said: Span;
  readonly without: (understood: Understanding) => ChangeUnderstood | null;
}

/** “Make all permits urgent except the music licence”. */
export function exceptionsOf(scene: Scene, { from, to }: Span): readonly Excepting[] {
  return scene.said.words.slice(0, to - 1).flatMap((_, at): Excepting[] => {
    const next = at > from ? exceptAt(scene.said.words, at) : null;
    const others = next === null ? null : readOthers(scene, { from: next, to });
    if (others?.kind !== 'clear' || others.value.length === 0) return [];
    return [{ said: { from, to: at }, without: (understood) => withoutCards(understood, others.value) }];
  });
}

/** The same without those cards, of which some have to be among them; one thing is done, to one card each time. */
function withoutCards(understood: Understanding, others: readonly Id[]): ChangeUnderstood | null {
  if (understood.kind !== 'change') return null;
  const { operations, sentences, cardIds } = understood;
  const types = new Set(operations.map(({ type }) => type));
  const isLeft = operations.map((operation) => !('cardId' in operation && others.includes(operation.cardId)));
  const left = operations.filter((_, at) => isLeft[at]);
  const isEach = others.some((id) => cardIds.includes(id)) && operations.length === cardIds.length;
  if (types.size > 1 || !isEach || left.length === 0 || sentences.length !== operations.length) return null;
  return {
    ...understood,
    operations: left,
    sentences: sentences.filter((_, at) => isLeft[at]),
    cardIds: cardIds.filter((id) => !others.includes(id)),
  };
}
