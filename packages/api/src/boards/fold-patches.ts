import type { Card, Column, Comment, Id, Label } from '@talkan/board/model';
import type { BoardPatch, Patch } from '@talkan/board/patch';
import { wholeCard, wholeColumn } from '@talkan/board/rows';

/** What a change leaves of each row: several of its patches may touch the same one. */
export interface FoldedRows {
  readonly head: NonNullable<BoardPatch['after']>;
  readonly columns: Folded<Column>;
  readonly cards: Folded<Card>;
  readonly labels: Folded<Label>;
  readonly comments: Folded<Comment>;
}

export interface Folded<Row> {
  readonly created: readonly Row[];
  /** Rows that were there before, with the fields that are different now. */
  readonly changed: readonly Changed<Row>[];
  /** Rows that are to go for ever. */
  readonly deleted: readonly Id[];
}

export interface Changed<Row> {
  readonly id: Id;
  readonly fields: Partial<Row>;
}

export function foldPatches(patches: readonly Patch[]): FoldedRows {
  let head: FoldedRows['head'] = {};
  const folds = {
    column: createFold<Column>(wholeColumn),
    card: createFold<Card>(wholeCard),
    label: createFold<Label>((label) => label),
    comment: createFold<Comment>((comment) => comment),
  };
  for (const patch of patches) {
    if (patch.entity === 'board') head = { ...head, ...patch.after };
    else if (patch.after === null) folds[patch.entity].delete(patch.id);
    else add(folds[patch.entity], patch.id, { fields: patch.after, creates: patch.before === null });
  }
  const { column, card, label, comment } = folds;
  return { head, columns: column.end(), cards: card.end(), labels: label.end(), comments: comment.end() };
}

/** Which of the folds it is goes with the fields: both are the patch's own. */
function add(
  fold: { readonly add: (id: Id, fields: never, creates: boolean) => void },
  id: Id,
  { fields, creates }: { readonly fields: object; readonly creates: boolean },
): void {
  fold.add(id, fields as never, creates);
}

/** @param whole what a creating patch leaves out has its usual value */
function createFold<Row extends object>(whole: (row: Row) => Row) {
  const created = new Map<Id, Row>();
  const changed = new Map<Id, Partial<Row>>();
  const deleted: Id[] = [];
  return {
    add(id: Id, fields: Partial<Row>, creates: boolean): void {
      const fresh = created.get(id);
      // A creating patch carries the whole row.
      if (creates) created.set(id, whole(fields as Row));
      else if (fresh) created.set(id, { ...fresh, ...fields });
      else changed.set(id, { ...changed.get(id), ...fields });
    },
    delete: (id: Id) => deleted.push(id),
    end: (): Folded<Row> => ({
      deleted,
      created: [...created.values()],
      changed: [...changed].map(([id, fields]) => ({ id, fields })),
    }),
  };
}
