import type { DecideContext } from './decide-context.js';
import type { Patch } from './patch.js';

export interface UndoContext extends DecideContext {
  /** What was changed after the change that is to be undone, oldest first: names who is in the way. */
  readonly since?: readonly { readonly actorName: string; readonly patches: readonly Patch[] }[];
}

/** The name of who last touched one of these fields, as the start of a sentence. */
export function whoChanged(
  context: UndoContext,
  entity: Pick<Patch, 'entity' | 'id'>,
  fields: readonly string[],
): string {
  const touches = (patch: Patch) =>
    patch.entity === entity.entity &&
    patch.id === entity.id &&
    Object.keys(patch.after ?? {}).some((field) => fields.includes(field));
  return context.since?.findLast((change) => change.patches.some(touches))?.actorName ?? 'Someone';
}
