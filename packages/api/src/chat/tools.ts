import type { ChatCompletionFunctionTool } from 'openai/resources/chat/completions';
import { OPERATION_FORMS } from './operation-forms.js';
import type { Fields } from './records.js';

/** A function for each operation, for a model that has room for them. What the fields mean is said once, in the prompt. */
export const TOOLS: ChatCompletionFunctionTool[] = OPERATION_FORMS.map((form) => ({
  type: 'function',
  function: {
    name: form.toolName,
    description: describeType(form.type),
    parameters: { type: 'object', properties: form.properties, required: [...form.required] },
  },
}));

/** Of an operation of any type. */
const PROPERTIES: Readonly<Record<string, Fields>> = {
  type: { type: 'string', enum: OPERATION_FORMS.map(({ type }) => type) },
  ...Object.fromEntries(OPERATION_FORMS.flatMap(({ properties }) => Object.entries(properties))),
};

/** The operations in one line each; a field with ? may be left out. */
export const FORMS_AS_TEXT = OPERATION_FORMS.map(({ type, properties, required }) => {
  const fields = Object.keys(properties).map((field) => (required.includes(field) ? field : `${field}?`));
  return [type, ...fields].join(' ');
}).join('\n');

/** What the JSON rungs answer with. */
export const REPLY_SCHEMA: Record<string, unknown> = {
  type: 'object',
  properties: {
    message: { type: 'string' },
    operations: { type: 'array', items: { type: 'object', properties: PROPERTIES, required: ['type'] } },
  },
  required: ['message', 'operations'],
};

/** The operation that a function is for, however the model wrote its name. */
export function typeOfTool(name: string): string | null {
  const plain = plainName(name);
  return OPERATION_FORMS.find((form) => form.toolName === plain)?.type ?? null;
}

/** The name of a function in the letters in which it was offered, whatever the model made of it. */
export function plainName(name: string): string {
  return name
    .replace(/^functions?[.:]/, '')
    .replaceAll(/[.\-\s]/g, '_')
    .toLowerCase();
}

function describeType(type: string): string {
  const [entity = '', verb = ''] = type.split('.');
  return `${verb.charAt(0).toUpperCase()}${verb.slice(1)} a ${entity}.`;
}
