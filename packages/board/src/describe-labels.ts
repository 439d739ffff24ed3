import { inSense, t } from '@talkan/words/words';
import { quote } from './decide-context.js';
import type { Id } from './model.js';
import type { Operation } from './operations.js';
import type { Clause, Teller } from './teller.js';

/** What is done to a label of the board. */
export function tellLabel(teller: Teller, operation: Extract<Operation, { type: `label.${string}` }>): Clause {
  const { verbs } = teller;
  if (operation.type === 'label.create') return { verb: verbs.add, rest: t`the label ${quote(operation.name)}` };
  const name = nameLabel(teller, operation.labelId);
  switch (operation.type) {
    case 'label.edit':
      if (operation.name !== undefined)
        return { verb: verbs.rename, rest: inSense('new name')`${name} to ${quote(operation.name)}` };
      if (operation.hue === undefined) return { verb: verbs.leave, rest: t`${name} as it was` };
      return { verb: verbs.change, rest: t`the colour of ${name}` };
    case 'label.merge': {
      const row = labelRow(teller, operation.into);
      return { verb: verbs.merge, rest: row ? t`${name} into the label ${quote(row.name)}` : t`${name} into a label` };
    }
    case 'label.delete':
      return { verb: verbs.delete, rest: name };
    case 'label.restore':
      return { verb: verbs.restore, rest: name };
  }
}

function labelRow({ board, after }: Teller, id: Id) {
  return board.label(id) ?? after?.label(id);
}

/** A label by its name, also one that came in the change. */
export function nameLabel(teller: Teller, id: Id): string {
  const row = labelRow(teller, id);
  return row ? t`the label ${quote(row.name)}` : t`a label`;
}
