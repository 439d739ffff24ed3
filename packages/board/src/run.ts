import type { Change, Origin } from './change.js';
import type { OperationOf } from './operations.js';
import { changesField, type Patch } from './patch.js';
import { netOf } from './undo-net.js';

/** Who rests for longer begins anew. */
const REST_MS = 5 * 60_000;
const WHOLE_MS = 60 * 60_000;
/** Somebody's program may write faster than people do. */
const MOST = 500;

/** What of a change of the log decides whether it belongs to a run. */
export interface RunPart extends Pick<Change, 'actorId' | 'origin' | 'at' | 'operations' | 'patches' | 'undoes'> {
  /** The `seq` of the undo by which it is undone as things are now. */
  readonly undoneBy?: number | undefined;
}

type CardEdit = OperationOf<'card.edit'>;

/**
 * A person's run of edits, which is one entry of the history and one step of undo: changes with nothing of this person's in
 * between, by the same door, each the edit of the same field of the same card, soon after the one before it, while nobody else
 * touched that field. What was asked for in words was an act of its own each time, and an undo is none of it; where only some of
 * them are undone, those are a run of their own.
 *
 * To be grown from its last change backwards, one change of the log after the other. Changes by others that do not touch the
 * card may be left out of them.
 * @param run oldest first
 * @returns the run with this change in front; the same one where that has nothing to do with it; `null` where the run began after it
 */
export function growRun<Part extends RunPart>(run: readonly Part[], earlier: Part): readonly Part[] | null {
  const [first] = run;
  const last = run.at(-1);
  const edit = first && editOf(first);
  if (!edit || !last || run.length >= MOST) return null;
  if (earlier.actorId !== first.actorId) return touches(earlier.patches, edit) ? null : run;
  const other = editOf(earlier);
  if (!other || !isSameField(edit, other)) return null;
  if (earlier.origin !== first.origin || earlier.undoneBy !== first.undoneBy) return null;
  const at = Date.parse(earlier.at);
  const isSoon = Date.parse(first.at) - at <= REST_MS && Date.parse(last.at) - at <= WHOLE_MS;
  return isSoon ? [earlier, ...run] : null;
}

/** The card of which this change may be part of a run; `undefined`: it cannot be. */
export function cardOfRun(change: RunPart): string | undefined {
  return editOf(change)?.cardId;
}

/** A run as if it were one change: the last edit, and all that was changed from the first one on. */
export function foldRun<Part extends Pick<Change, 'patches'>>(run: readonly Part[]): Part {
  const last = run.at(-1);
  if (!last) throw new RangeError('A run has at least one change');
  return run.length === 1 ? last : { ...last, patches: netOf(run.flatMap(({ patches }) => patches)).cards };
}

function editOf({ origin, operations, undoes }: RunPart): CardEdit | undefined {
  const [edit] = operations;
  if (edit?.type !== 'card.edit' || operations.length > 1 || undoes !== undefined || isAsked(origin)) return undefined;
  return edit;
}

function isAsked(origin: Origin): boolean {
  return origin === 'assistant' || origin === 'command';
}

function isSameField(one: CardEdit, other: CardEdit): boolean {
  return one.cardId === other.cardId && String(fieldsOf(one)) === String(fieldsOf(other));
}

function fieldsOf(edit: CardEdit): readonly ('title' | 'details')[] {
  return (['title', 'details'] as const).filter((field) => edit[field] !== undefined);
}

function touches(patches: readonly Patch[], edit: CardEdit): boolean {
  return fieldsOf(edit).some((field) =>
    patches.some((patch) => changesField(patch, { entity: 'card', id: edit.cardId, field })),
  );
}
