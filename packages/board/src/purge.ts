import { loadedCard, loadedColumn, nameCard, type DecideContext } from './decide-context.js';
import type { NamedRow } from './decide.js';
import type { Board, BoardSnapshot, Id } from './model.js';
import type { Operation } from './operations.js';
import type { Patch } from './patch.js';
import { refuse, type Refusal } from './refusal.js';
import { atLeast } from './roles.js';

/** What stands in the log where the texts were of what has been deleted for ever. */
const REDACTED = { card: { title: 'Deleted card', details: '' }, column: { title: 'Deleted column' } } as const;

/** Deletes an archived card or column for ever. It is no operation: nobody but a person decides this, and nothing brings it back. */
export function decidePurge(
  board: Board,
  { entity, id }: NamedRow,
  context: DecideContext,
): readonly Patch[] | Refusal {
  if (!atLeast(context.role, 'owner')) {
    return refuse('forbidden', 'Only an owner of this board may delete something for ever.', [id]);
  }
  const card = entity === 'card' ? board.card(id) : undefined;
  const column = entity === 'column' ? board.column(id) : undefined;
  if (card || column) {
    const name = card ? nameCard(board, card) : `The column “${column?.title}”`;
    return refuse('conflict', `${name} is still on the board. Archive it first.`, [id]);
  }
  const archived = entity === 'card' ? loadedCard(context, id) : loadedColumn(context, id);
  if (!archived) return refuse('not_found', `There is no ${entity} “${id}” in the archive of this board.`, [id]);
  return [{ entity, id, before: { archivedAt: archived.archivedAt }, after: null }];
}

/** What a change of the log says once this row is deleted for ever: the same, without its texts. */
export function redactChange(
  change: { readonly operations: readonly Operation[]; readonly patches: readonly Patch[] },
  row: NamedRow,
): { readonly operations: readonly Operation[]; readonly patches: readonly Patch[] } {
  return {
    operations: change.operations.map((operation) => redactOperation(operation, row)),
    patches: change.patches.map((patch) => redactPatch(patch, row)),
  };
}

/** The same for a board that is kept whole. */
export function redactSnapshot(board: BoardSnapshot, { entity, id }: NamedRow): BoardSnapshot {
  const clean = <Row extends { readonly id: Id }>(rows: readonly Row[]) =>
    rows.map((row) => (row.id === id ? { ...row, ...REDACTED[entity] } : row));
  return entity === 'card' ? { ...board, cards: clean(board.cards) } : { ...board, columns: clean(board.columns) };
}

function redactOperation(operation: Operation, { entity, id }: NamedRow): Operation {
  switch (operation.type) {
    case 'card.create':
    case 'card.edit': {
      if (entity !== 'card' || operation.cardId !== id) return operation;
      const { title, details } = REDACTED.card;
      if (operation.type === 'card.create') {
        return { ...operation, title, ...(operation.details !== undefined && { details }) };
      }
      return {
        type: 'card.edit',
        cardId: id,
        ...(operation.title !== undefined && { title }),
        ...(operation.details !== undefined && { details }),
      };
    }
    case 'column.create':
    case 'column.rename':
      return entity === 'column' && operation.columnId === id ? { ...operation, ...REDACTED.column } : operation;
    case 'board.rename':
    case 'column.move':
    case 'column.archive':
    case 'column.restore':
    case 'card.move':
    case 'card.archive':
    case 'card.restore':
      return operation;
  }
}

function redactPatch(patch: Patch, { entity, id }: NamedRow): Patch {
  if (patch.entity === 'card' && entity === 'card' && patch.id === id) {
    return { ...patch, before: redactSide(patch.before, REDACTED.card), after: redactSide(patch.after, REDACTED.card) };
  }
  if (patch.entity === 'column' && entity === 'column' && patch.id === id) {
    const { column } = REDACTED;
    return { ...patch, before: redactSide(patch.before, column), after: redactSide(patch.after, column) };
  }
  return patch;
}

/** Only the texts that are there. */
function redactSide<Side extends object>(side: Side | null, texts: Readonly<Record<string, string>>): Side | null {
  if (side === null) return null;
  const there = Object.entries(texts).filter(([field]) => Object.hasOwn(side, field));
  return { ...side, ...Object.fromEntries(there) };
}
