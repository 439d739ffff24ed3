import { randomUUID } from 'node:crypto';
import type { Problem } from './outcome.js';
import { asText, type Fields } from './records.js';
import type { Named, Names } from './short-ids.js';
import { FORMS_BY_TYPE } from './tools.js';

type NamedFields = { readonly fields: Fields; readonly declare: () => void } | Problem;

export interface Naming {
  readonly names: Names;
  canHint(): boolean;
}

/** Puts real ids in the place of the names that the model used. */
export function withRealIds(type: string, fields: Fields, naming: Naming): NamedFields {
  const { names } = naming;
  const form = FORMS_BY_TYPE.get(type);
  const [entity = '', verb = ''] = type.split('.');
  const real: Record<string, unknown> = {};
  let declare = (): void => {};
  for (const [field, value] of Object.entries(fields)) {
    const named = entityNamed(entity, field);
    if (value === null || value === undefined || (named && value === '')) continue;
    if (!named || form?.properties[field] === undefined) real[field] = value;
    else if (verb !== 'create' || named !== entity || field !== `${entity}Id`) {
      const id = typeof value === 'string' ? names.resolve(named, value) : null;
      if (id === null) return describeUnknown(named, value, naming);
      real[field] = id;
    }
  }
  if (verb === 'create' && (entity === 'card' || entity === 'column')) {
    const chosen = asText(fields[`${entity}Id`]).trim();
    if (chosen !== '' && names.isTaken(entity, chosen)) {
      const text = `There is a ${entity} with the id ${JSON.stringify(chosen.slice(0, 80))} already.`;
      return { kind: 'problem', text, hint: 'Choose another id for the new one, such as new7.' };
    }
    const id = randomUUID();
    real[`${entity}Id`] = id;
    if (chosen !== '') declare = () => names.declare(entity, chosen, id);
  }
  return { fields: real, declare };
}

function entityNamed(entity: string, field: string): Named | null {
  if (field === 'cardId') return 'card';
  if (field === 'columnId') return 'column';
  if (field !== 'before' && field !== 'after') return null;
  return entity === 'card' || entity === 'column' ? entity : null;
}

function describeUnknown(entity: Named, value: unknown, naming: Naming): Problem {
  const name = typeof value === 'string' ? value.slice(0, 80) : '';
  const near = naming.canHint() ? naming.names.near(entity, name) : [];
  const hint = near.length > 0 ? `Did you mean ${near.join(', ')}?` : 'Look for it on the board.';
  return { kind: 'problem', text: `There is no ${entity} ${JSON.stringify(name)} on this board.`, hint };
}
