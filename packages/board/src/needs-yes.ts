import { listOf, plural, t } from '@talkan/words/words';
import type { Operation } from './operations.js';

/** More cards than this in one turn wait for a person’s yes. */
const MOST_CARDS = 5;

/** Why what was only said may not be committed without a person’s yes, or null. */
export function needsYes(operations: readonly Operation[]): string | null {
  const archives = operations.some((operation) => operation.type.endsWith('.archive'));
  const cards = new Set(operations.flatMap((operation) => ('cardId' in operation ? [operation.cardId] : []))).size;
  const reasons = [
    ...(archives ? [t`archive something`] : []),
    ...(cards > MOST_CARDS ? [plural(cards, { one: 'touch # card at once', other: 'touch # cards at once' })] : []),
  ];
  return reasons.length === 0 ? null : listOf(reasons);
}
