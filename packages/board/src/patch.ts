import type { BoardHead, Card, Column, Comment, Id, Label } from './model.js';

interface EntityPatch<Entity extends string, Fields> {
  readonly entity: Entity;
  readonly id: Id;
  /** The touched fields as they were; `null` creates. */
  readonly before: Partial<Fields> | null;
  /** The touched fields as they are; `null` takes away for ever. */
  readonly after: Partial<Fields> | null;
}

export type BoardPatch = EntityPatch<'board', Omit<BoardHead, 'id' | 'seq'>>;
export type ColumnPatch = EntityPatch<'column', Column>;
export type CardPatch = EntityPatch<'card', Card>;
export type LabelPatch = EntityPatch<'label', Label>;
/** Both sides always name the card. */
export type CommentPatch = EntityPatch<'comment', Comment>;

/**
 * One entity's touched fields, both sides. What enters the board (created, restored) carries all its fields on the side where it
 * lives, but for those that have their usual value, so that anyone can apply it, forwards or backwards, who does not hold the archive.
 */
export type Patch = BoardPatch | ColumnPatch | CardPatch | LabelPatch | CommentPatch;

/** The way back, as data: last patch first, sides swapped. It rebuilds the past; to undo for people, see `decideUndo`. */
export function invertPatches(patches: readonly Patch[]): Patch[] {
  return patches.toReversed().map((patch) => ({ ...patch, before: patch.after, after: patch.before }) as Patch);
}

/** Whether a patch changes this field: what is on one side only is told, as all of a card that comes back is, and not changed. */
export function changesField(
  { entity, id, before, after }: Patch,
  field: Pick<Patch, 'entity' | 'id'> & { readonly field: string },
): boolean {
  if (entity !== field.entity || id !== field.id || before === null || after === null) return false;
  return Object.hasOwn(before, field.field) && Object.hasOwn(after, field.field);
}

/** A patch of some fields of an entity, or none where all of them are what they are to be. */
export function patchFields<Row extends { readonly id: Id }>(
  row: Row,
  fields: Partial<Row>,
): { readonly before: Partial<Row>; readonly after: Partial<Row> } | undefined {
  const other = (Object.keys(fields) as (keyof Row)[]).filter((name) => fields[name] !== row[name]);
  if (other.length === 0) return undefined;
  const pick = (from: Partial<Row>) => Object.fromEntries(other.map((name) => [name, from[name]])) as Partial<Row>;
  return { before: pick(row), after: pick(fields) };
}
