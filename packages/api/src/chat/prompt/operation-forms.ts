import { operation, type Operation } from '@talkan/board/operations';
import { z } from 'zod';
import type { Part } from '../staging/find-part.js';
import { asArray, asFields, asText, type Fields } from '../replies/records.js';
import type { Nameable } from '../staging/short-ids.js';

/** One operation as the model sees it, generated from its schema. */
export interface OperationForm {
  readonly type: string;
  /** The type in the letters that function names allow. */
  readonly toolName: string;
  /** JSON schemas of the fields beside `type`. */
  readonly properties: Readonly<Record<string, Fields>>;
  readonly required: readonly string[];
  readonly fields: ReadonlyMap<string, FieldForm>;
}

/** How what a model writes into a field is read. */
export interface FieldForm {
  /** What it names; `null`: it is a value of its own. */
  readonly names: Nameable | Part | null;
  readonly isList: boolean;
  readonly isDate: boolean;
  /** Whether “none” takes away what is there. */
  readonly canBeNone: boolean;
  readonly type: string;
}

/** What the model is offered: every operation has a price in each request, and these are what a board is worked with. */
const OFFERED: ReadonlySet<string> = new Set<Operation['type']>([
  'board.rename',
  'column.create',
  'column.rename',
  'column.edit',
  'column.move',
  'column.archive',
  'column.restore',
  'label.create',
  'card.create',
  'card.edit',
  'card.move',
  'card.archive',
  'card.restore',
  'card.label',
  'card.assign',
  'card.schedule',
  'card.prioritize',
  'card.estimate',
  'card.link',
  'card.unlink',
  'checklist.create',
  'item.create',
  'item.edit',
  'comment.create',
]);

/** What a model has no use for: colours, and ids and places that nobody names. */
const UNOFFERED: ReadonlySet<string> = new Set([
  'label.create.labelId',
  'label.create.hue',
  'column.edit.hue',
  'checklist.create.checklistId',
  'checklist.create.before',
  'checklist.create.after',
  'item.create.itemId',
  'item.create.before',
  'item.create.after',
  'comment.create.commentId',
]);
/** The only checklist of a card need not be named, nor what is new by an id that it has not got yet. */
const OPTIONAL: ReadonlySet<string> = new Set([
  'card.create.cardId',
  'column.create.columnId',
  'item.create.checklistId',
]);

const DATES: ReadonlySet<string> = new Set(['startAt', 'dueAt']);
const NAMED_BY_FIELD: ReadonlyMap<string, Nameable | Part> = new Map<string, Nameable | Part>([
  ['cardId', 'card'],
  ['otherId', 'card'],
  ['columnId', 'column'],
  ['labelId', 'label'],
  ['checklistId', 'checklist'],
  ['itemId', 'item'],
  ['assigneeId', 'person'],
]);

const isOffered = (option: (typeof operation.options)[number]) => OFFERED.has(option.shape.type.value);

export const OPERATION_FORMS: readonly OperationForm[] = operation.options.filter(isOffered).map((option) => {
  const schema: Fields = z.toJSONSchema(option, { io: 'input' });
  const all = asFields(schema['properties']) ?? {};
  const type = asText(asFields(all['type'])?.['const']);
  const fields = Object.entries(all).filter(([field]) => field !== 'type' && !UNOFFERED.has(`${type}.${field}`));
  const isRequired = (field: string) => field !== 'type' && !OPTIONAL.has(`${type}.${field}`);
  const properties = Object.fromEntries(fields.map(([field, property]) => [field, simplify(property)]));
  return {
    type,
    toolName: type.replaceAll('.', '_'),
    properties,
    required: asArray(schema['required'])
      .map(asText)
      .filter((field) => isRequired(field) && Object.hasOwn(properties, field)),
    fields: new Map(fields.map(([field, property]) => [field, formOf(type, field, asFields(property) ?? {})])),
  };
});

export const FORMS_BY_TYPE: ReadonlyMap<string, OperationForm> = new Map(
  OPERATION_FORMS.map((form) => [form.type, form]),
);

function formOf(type: string, field: string, property: Fields): FieldForm {
  const value = valueOf(property);
  return {
    names: nameableIn(type, field),
    isList: value['type'] === 'array',
    isDate: DATES.has(field),
    canBeNone: isNullable(property),
    type: asText(value['type']),
  };
}

function nameableIn(type: string, field: string): Nameable | Part | null {
  const [entity = '', verb = ''] = type.split('.');
  if (field === 'before' || field === 'after') return entity === 'column' ? 'column' : 'card';
  if (field === 'add' || field === 'remove') return verb === 'label' ? 'label' : 'person';
  return NAMED_BY_FIELD.get(field) ?? null;
}

/** Bounds and patterns are left to our own check: as grammars they are slow, and some servers refuse the whole request for them. */
function simplify(property: unknown): Fields {
  const schema = asFields(property) ?? {};
  const value = valueOf(schema);
  if (value['type'] === 'array') return { type: 'array', items: { type: 'string' } };
  const choices = asArray(value['enum']);
  if (choices.length > 0) return { type: 'string', enum: isNullable(schema) ? [...choices, 'none'] : choices };
  // A number that may be “none” is written as text.
  return { type: isNullable(schema) ? 'string' : asText(value['type']) };
}

/** The schema of a value that is there; of one that may be written in two ways that of the plain one. */
function valueOf(schema: Fields): Fields {
  const first = asArray(schema['anyOf'])
    .map(asFields)
    .find((option) => option?.['type'] !== 'null');
  return first ? valueOf(first) : schema;
}

function isNullable(schema: Fields): boolean {
  return asArray(schema['anyOf']).some((option) => asFields(option)?.['type'] === 'null');
}
