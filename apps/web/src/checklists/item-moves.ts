import type { Checklist, ChecklistItem, Id } from '@talkan/board/model';
import type { OperationOf } from '@talkan/board/operations';

/** Where an item goes. */
export type ItemSpot = Pick<OperationOf<'item.move'>, 'checklistId' | 'before' | 'after'>;

/**
 * One step up or down, past what is shown; from the end of one checklist into the next one. `null`: there is nowhere to go.
 * @param isShown whether an item is seen just now: nobody steps past what they do not see
 */
export function stepItem(
  checklists: readonly Checklist[],
  { itemId, step }: { readonly itemId: Id; readonly step: 1 | -1 },
  isShown: (item: ChecklistItem) => boolean = () => true,
): ItemSpot | null {
  const at = checklists.findIndex(({ items }) => items.some(({ id }) => id === itemId));
  const list = checklists[at];
  if (!list) return null;
  const from = list.items.findIndex(({ id }) => id === itemId);
  const rest = step === 1 ? list.items.slice(from + 1) : list.items.slice(0, from).toReversed();
  const neighbour = rest.find(isShown);
  if (neighbour) return { checklistId: list.id, ...(step === 1 ? { after: neighbour.id } : { before: neighbour.id }) };
  const next = checklists[at + step];
  if (!next) return null;
  const { id: checklistId, items } = next;
  return step === 1 ? { checklistId, before: items[0]?.id ?? null } : { checklistId, after: items.at(-1)?.id ?? null };
}

/** One checklist up or down among its card's. */
export function stepChecklist(
  checklists: readonly Checklist[],
  { checklistId, step }: { readonly checklistId: Id; readonly step: 1 | -1 },
): { readonly before: Id } | { readonly after: Id } | null {
  const at = checklists.findIndex(({ id }) => id === checklistId);
  const neighbour = at < 0 ? undefined : checklists[at + step];
  if (!neighbour) return null;
  return step === 1 ? { after: neighbour.id } : { before: neighbour.id };
}

/** What a checklist has come to. */
export function progressOf({ items }: Checklist): { readonly done: number; readonly all: number } {
  return { done: items.filter(({ done }) => done).length, all: items.length };
}
