import type { Card, Id, Label } from './model.js';

type Labels = ReadonlyMap<Id, Label>;

const NO_LABELS: readonly Label[] = [];
const inOrder = new WeakMap<Labels, readonly Label[]>();

/** The labels there are, by name. */
export function labelsInOrder(labels: Labels): readonly Label[] {
  const known = inOrder.get(labels);
  if (known) return known;
  const living = [...labels.values()].filter(({ archivedAt }) => archivedAt === null);
  const sorted = living.toSorted((one, other) => {
    const [a, b] = [one.name.toLowerCase(), other.name.toLowerCase()];
    return a < b ? -1 : a > b ? 1 : one.id < other.id ? -1 : 1;
  });
  inOrder.set(labels, sorted);
  return sorted;
}

/** To be called where labels that may have been put in order are changed in place. */
export function forgetOrder(labels: Labels): void {
  inOrder.delete(labels);
}

/** What a card shows: the labels there are, each once, a merged one by the one that stands in its place. */
export function labelsShown(labels: Labels, { labelIds }: Pick<Card, 'labelIds'>): readonly Label[] {
  if (labelIds.length === 0) return NO_LABELS;
  const shown = labelIds.flatMap((id) => standIn(labels, id) ?? []);
  return [...new Set(shown)];
}

function standIn(labels: Labels, id: Id): Label | undefined {
  let label = labels.get(id);
  // Two that were merged into each other, with an undo in between, end nowhere.
  for (const seen = new Set<Label>(); label && label.archivedAt !== null && !seen.has(label);) {
    seen.add(label);
    label = label.mergedInto === null ? undefined : labels.get(label.mergedInto);
  }
  return label?.archivedAt === null ? label : undefined;
}
