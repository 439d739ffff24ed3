import { t } from '@talkan/words/words';
import type { DecideContext } from './decide-context.js';
import { readTitle } from './decide-text.js';
import { LIMITS } from './limits.js';
import { ID_PATTERN, type Board, type Id, type Label } from './model.js';
import type { OperationOf } from './operations.js';
import { patchFields, type Patch } from './patch.js';
import { isRefusal, refuse, type Refusal } from './refusal.js';

type Decided = readonly Patch[] | Refusal;

export function createLabel(board: Board, operation: OperationOf<'label.create'>): Decided {
  const id = operation.labelId;
  if (!ID_PATTERN.test(id)) return refuse('invalid', t`“${id}” cannot be a label’s id.`, [id]);
  if (board.label(id)) return refuse('conflict', t`There is or was a label with the id “${id}” already.`, [id]);
  const name = readName(operation.name);
  if (isRefusal(name)) return name;
  const label: Label = { id, name, hue: operation.hue, archivedAt: null, mergedInto: null };
  return [{ entity: 'label', id, before: null, after: label }];
}

export function editLabel(board: Board, operation: OperationOf<'label.edit'>): Decided {
  const label = findLabel(board, operation.labelId);
  if (isRefusal(label)) return label;
  const name = operation.name === undefined ? label.name : readName(operation.name);
  if (isRefusal(name)) return name;
  return patchLabel(label, { name, hue: operation.hue ?? label.hue });
}

export function mergeLabel(
  board: Board,
  { labelId, into }: OperationOf<'label.merge'>,
  context: DecideContext,
): Decided {
  const label = findLabel(board, labelId);
  if (isRefusal(label)) return label;
  const target = findLabel(board, into);
  if (isRefusal(target)) return target;
  if (label === target) return refuse('invalid', t`A label cannot be merged into itself. Choose another one.`, [into]);
  return patchLabel(label, { archivedAt: context.now, mergedInto: target.id });
}

export function deleteLabel(board: Board, { labelId }: OperationOf<'label.delete'>, context: DecideContext): Decided {
  const label = board.label(labelId);
  if (!label) return noLabel(labelId);
  return label.archivedAt === null ? patchLabel(label, { archivedAt: context.now }) : [];
}

export function restoreLabel(board: Board, { labelId }: OperationOf<'label.restore'>): Decided {
  const label = board.label(labelId);
  if (!label) return noLabel(labelId);
  return label.archivedAt === null ? [] : patchLabel(label, { archivedAt: null, mergedInto: null });
}

export function patchLabel(label: Label, fields: Partial<Label>): Patch[] {
  const patch = patchFields(label, fields);
  return patch ? [{ entity: 'label', id: label.id, ...patch }] : [];
}

/** A label that there is, or why it cannot be used. */
export function findLabel(board: Board, id: Id): Label | Refusal {
  const label = board.label(id);
  if (!label) return noLabel(id);
  if (label.archivedAt === null) return label;
  return refuse('conflict', t`The label “${label.name}” was deleted. Choose another one, or bring it back by undo.`, [
    id,
  ]);
}

function noLabel(id: Id): Refusal {
  return refuse('not_found', t`There is no label “${id}” on this board.`, [id]);
}

function readName(text: string): string | Refusal {
  return readTitle(text, { what: 'label', most: LIMITS.name });
}

/** Whether a change gave a label a name that another one has. Asked of a whole change: in it two may swap their names. */
export function refuseNamesakes(before: Board, after: Board): Refusal | undefined {
  const labels = after.labels();
  if (labels === before.labels()) return undefined;
  const byName = Map.groupBy(labels, ({ name }) => name.toLowerCase());
  for (const namesakes of byName.values()) {
    if (namesakes.length < 2) continue;
    const known = namesakes.find(({ id, name }) => {
      const was = before.label(id);
      return was?.archivedAt === null && was.name === name;
    });
    const { id, name } = known ?? namesakes[0] ?? { id: '', name: '' };
    return refuse('conflict', t`There is a label “${name}” already. Choose another name, or merge the two.`, [id]);
  }
  return undefined;
}
