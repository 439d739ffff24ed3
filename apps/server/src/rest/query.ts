import { z } from 'zod';

type Text = string | readonly string[];

/**
 * What stands behind the `?` of an address, as a route's schema wants it: numbers as numbers. What is none stays the text that it is, and what is said
 * twice is a list, so that the schema refuses it by name.
 */
export function readQuery(schema: z.ZodObject, url: string): unknown {
  const at = url.indexOf('?');
  const params = new URLSearchParams(at === -1 ? '' : url.slice(at + 1));
  const numbers = numbersIn(schema);
  const fields = [...new Set(params.keys())].map((name): [string, Text | number] => {
    const [text = '', ...more] = params.getAll(name);
    if (more.length > 0) return [name, [text, ...more]];
    return [name, numbers.has(name) && /^-?\d{1,15}$/.test(text) ? Number(text) : text];
  });
  return Object.fromEntries(fields);
}

/** The names of those fields that are whole numbers. */
function numbersIn(schema: z.ZodObject): ReadonlySet<string> {
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' });
  const isNumber = (field: z.core.JSONSchema._JSONSchema) => typeof field === 'object' && field.type === 'integer';
  return new Set(Object.keys(properties).filter((name) => isNumber(properties[name] ?? false)));
}
