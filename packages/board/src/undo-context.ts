import { t } from '@talkan/words/words';
import { loadedCard, nameCard, type DecideContext } from './decide-context.js';
import type { Board, Id } from './model.js';
import { changesField, type Patch } from './patch.js';
import { refuse, type Refusal } from './refusal.js';

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
  return whoLast(context, (patch) =>
    fields.some((field) => changesField(patch, { entity: entity.entity, id: entity.id, field })),
  );
}

/** The name of who last put a card into this column, as the start of a sentence. */
export function whoFilled(context: UndoContext, columnId: Id): string {
  return whoLast(context, ({ entity, after }) => entity === 'card' && after?.columnId === columnId);
}

function whoLast({ since }: UndoContext, did: (patch: Patch) => boolean): string {
  return since?.findLast((change) => change.patches.some(did))?.actorName ?? t`Someone`;
}

/** Why a card that is no longer on the board cannot go back to how it was. */
export function refuseArchived(board: Board, id: Id, context: UndoContext): Refusal {
  const card = loadedCard(context, id);
  if (!card) return refuse('not_found', t`A card of this change was deleted since.`, [id]);
  const who = whoChanged(context, { entity: 'card', id }, ['archivedAt']);
  return refuse('conflict', t`${who} archived ${nameCard(board, card)} since. Restore it first.`, [id]);
}
