import type { ChatCompletionFunctionTool } from 'openai/resources/chat/completions';
import { OPERATION_FORMS } from './operation-forms.js';

/** A function for each operation, for a model that has room for them. What the fields mean is said once, in the prompt. */
export const TOOLS: ChatCompletionFunctionTool[] = OPERATION_FORMS.map((form) => ({
  type: 'function',
  function: {
    name: form.toolName,
    description: describeType(form.type),
    parameters: { type: 'object', properties: form.properties, required: [...form.required] },
  },
}));

/** An operation or a look-up of any type. */
const ANYTHING: Record<string, unknown> = {
  type: 'object',
  properties: { type: { type: 'string' } },
  required: ['type'],
  // Where an answer is held to the schema, no other field could be written otherwise.
  additionalProperties: true,
};

/** The operations in one line each; a field with ? may be left out. */
export const FORMS_AS_TEXT = OPERATION_FORMS.map(({ type, properties, required }) => {
  const fields = Object.keys(properties).map((field) => (required.includes(field) ? field : `${field}?`));
  return [type, ...fields].join(' ');
}).join('\n');

const FOR_ANYTHING = 'use_board';

/** One function for all operations and look-ups, for a model with a small window. Their forms stand in the prompt. */
export const ONE_TOOL: ChatCompletionFunctionTool = {
  type: 'function',
  function: { name: FOR_ANYTHING, description: 'Make one change, or look something up.', parameters: ANYTHING },
};

/** What the JSON rungs answer with. */
export const REPLY_SCHEMA: Record<string, unknown> = {
  type: 'object',
  properties: {
    message: { type: 'string' },
    operations: { type: 'array', items: ANYTHING },
  },
  required: ['message', 'operations'],
};

/** Whether it is the one for everything that was called. Its arguments are what would stand in a JSON answer's list. */
export function isOneTool(name: string): boolean {
  return plainName(name) === FOR_ANYTHING;
}

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
