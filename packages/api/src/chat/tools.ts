import type { ChatCompletionFunctionTool } from 'openai/resources/chat/completions';
import { operation, type Operation } from '@talkan/board/operations';
import { z } from 'zod';
import { asArray, asFields, asText, type Fields } from './records.js';

/** One operation as the model sees it, generated from its schema. */
export interface OperationForm {
  readonly type: string;
  /** The type in the letters that function names allow. */
  readonly toolName: string;
  readonly description: string;
  /** JSON schemas of the fields beside `type`. */
  readonly properties: Readonly<Record<string, Fields>>;
  readonly required: readonly string[];
}

const FIELD_HINTS: Readonly<Record<string, string>> = {
  cardId: 'Id of the card, as shown on the board.',
  columnId: 'Id of the column, as shown on the board.',
  before: 'Put it directly before this one. Leave out before and after to put it at the end.',
  after: 'Put it directly after this one.',
  title: 'The whole new title.',
  details: 'The whole new details, as plain text.',
};

/** What the model is offered: every operation has a price in each request, and these are what a board is worked with. */
const OFFERED: ReadonlySet<string> = new Set<Operation['type']>([
  'board.rename',
  'column.create',
  'column.rename',
  'column.move',
  'column.archive',
  'column.restore',
  'card.create',
  'card.edit',
  'card.move',
  'card.archive',
  'card.restore',
]);

const isOffered = (option: (typeof operation.options)[number]) => OFFERED.has(option.shape.type.value);

const OPERATION_FORMS: readonly OperationForm[] = operation.options.filter(isOffered).map((option) => {
  const schema: Fields = z.toJSONSchema(option, { io: 'input' });
  const fields = asFields(schema['properties']) ?? {};
  const type = asText(asFields(fields['type'])?.['const']);
  const properties = Object.entries(fields)
    .filter(([field]) => field !== 'type')
    .map(([field, property]) => [field, { ...simplify(property), ...describeField(type, field) }]);
  return {
    type,
    toolName: type.replaceAll('.', '_'),
    description: asText(schema['description']) || describeType(type),
    properties: Object.fromEntries(properties),
    required: asArray(schema['required'])
      .map(asText)
      .filter((field) => field !== 'type'),
  };
});

export const FORMS_BY_TYPE: ReadonlyMap<string, OperationForm> = new Map(
  OPERATION_FORMS.map((form) => [form.type, form]),
);

export const TOOLS: ChatCompletionFunctionTool[] = OPERATION_FORMS.map((form) => ({
  type: 'function',
  function: {
    name: form.toolName,
    description: form.description,
    parameters: { type: 'object', properties: form.properties, required: [...form.required] },
  },
}));

/** What the JSON rungs answer with. */
export const REPLY_SCHEMA: Record<string, unknown> = {
  type: 'object',
  properties: {
    message: { type: 'string', description: 'Your answer to the person.' },
    operations: {
      type: 'array',
      items: {
        anyOf: OPERATION_FORMS.map((form) => ({
          type: 'object',
          properties: { type: { type: 'string', enum: [form.type] }, ...form.properties },
          required: ['type', ...form.required],
        })),
      },
    },
  },
  required: ['message', 'operations'],
};

/** The operations in one line each, for a prompt. */
export const FORMS_AS_TEXT = OPERATION_FORMS.map((form) => {
  const fields = Object.keys(form.properties).map(
    (field) => `"${field}"${form.required.includes(field) ? '' : '?'}: string`,
  );
  return `{"type": "${form.type}", ${fields.join(', ')}}`;
}).join('\n');

/** The operation that a called function stands for, however the model wrote the name. */
export function typeOfTool(name: string): string | null {
  const plain = name
    .replace(/^functions?[.:]/, '')
    .replaceAll(/[.\-\s]/g, '_')
    .toLowerCase();
  return OPERATION_FORMS.find((form) => form.toolName === plain)?.type ?? null;
}

/** Bounds and patterns are left to our own check: as grammars they are slow, and some servers refuse the whole request for them. */
function simplify(property: unknown): Fields {
  const schema = asFields(property) ?? {};
  const first = asArray(schema['anyOf'])
    .map(asFields)
    .find((option) => option?.['type'] !== 'null');
  if (first) return simplify(first);
  const { pattern: _pattern, minLength: _min, maxLength: _max, ...rest } = schema;
  return rest;
}

function describeType(type: string): string {
  const [entity = '', verb = ''] = type.split('.');
  return `${verb.charAt(0).toUpperCase()}${verb.slice(1)} a ${entity}.`;
}

function describeField(type: string, field: string): { description?: string } {
  const [entity = '', verb = ''] = type.split('.');
  if (verb === 'create' && field === `${entity}Id`) {
    return {
      description: `An id of your choice for the new ${entity}, such as new1. Later calls can name it by that.`,
    };
  }
  const hint = Object.hasOwn(FIELD_HINTS, field) ? FIELD_HINTS[field] : undefined;
  return hint === undefined ? {} : { description: hint };
}
