import type { Card, Column, Id } from '@talkan/board/model';
import type { BoardPatch, Patch } from '@talkan/board/patch';

/** What a change leaves of each row: several of its patches may touch the same one. */
export interface FoldedRows {
  readonly head: NonNullable<BoardPatch['after']>;
  readonly columns: Folded<Column>;
  readonly cards: Folded<Card>;
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
  const columns = createFold<Column>();
  const cards = createFold<Card>();
  for (const patch of patches) {
    if (patch.entity === 'board') head = { ...head, ...patch.after };
    else if (patch.after === null) (patch.entity === 'column' ? columns : cards).delete(patch.id);
    else if (patch.entity === 'column') columns.add(patch.id, patch.after, patch.before === null);
    else cards.add(patch.id, patch.after, patch.before === null);
  }
  return { head, columns: columns.end(), cards: cards.end() };
}

function createFold<Row extends object>() {
  const created = new Map<Id, Row>();
  const changed = new Map<Id, Partial<Row>>();
  const deleted: Id[] = [];
  return {
    add(id: Id, fields: Partial<Row>, creates: boolean): void {
      const fresh = created.get(id);
      // A creating patch carries the whole row.
      if (creates) created.set(id, fields as Row);
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
