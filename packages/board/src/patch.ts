import type { BoardHead, Card, Column, Id } from './model.js';

interface EntityPatch<Entity extends string, Fields> {
  readonly entity: Entity;
  readonly id: Id;
  /** The touched fields as they were; `null` creates. */
  readonly before: Partial<Fields> | null;
  /** The touched fields as they are; `null` takes away for ever. */
  readonly after: Partial<Fields> | null;
}

export type BoardPatch = EntityPatch<'board', Pick<BoardHead, 'title' | 'lastNumber'>>;
export type ColumnPatch = EntityPatch<'column', Column>;
export type CardPatch = EntityPatch<'card', Card>;

/**
 * One entity's touched fields, both sides. What enters the board (created, restored) carries all its fields on the side where it
 * lives, so that anyone can apply it, forwards or backwards, who does not hold the archive.
 */
export type Patch = BoardPatch | ColumnPatch | CardPatch;

/** The way back, as data: last patch first, sides swapped. It rebuilds the past; to undo for people, see `decideUndo`. */
export function invertPatches(patches: readonly Patch[]): Patch[] {
  return patches.toReversed().map((patch): Patch => ({ ...patch, before: patch.after, after: patch.before }));
}

/** Whether a patch changes this field: what is on one side only is told, as all of a card that comes back is, and not changed. */
export function changesField(
  { entity, id, before, after }: Patch,
  field: Pick<Patch, 'entity' | 'id'> & { readonly field: string },
): boolean {
  if (entity !== field.entity || id !== field.id || before === null || after === null) return false;
  return Object.hasOwn(before, field.field) && Object.hasOwn(after, field.field);
}
