import fc, { type Arbitrary } from 'fast-check';

/** As much of JSON Schema as the procedures and routes describe their inputs with. */
export interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Texts of which one fits wherever a pattern is asked for. */
const TEXTS = ['card-1', 'card-2', 'col-done', 'col-backlog', 'new-1', '0123456789abcdef', 'x'.repeat(43)];

/** Values that this schema takes, small ones. */
export function valueOf(schema: Schema): Arbitrary<unknown> {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return fc.oneof(...branches.map(valueOf));
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.type === 'object') return objectOf(schema);
  if (schema.type === 'array') return fc.array(valueOf(schema.items ?? {}), { minLength: 1, maxLength: 3 });
  if (schema.type === 'integer' || schema.type === 'number') {
    const { minimum: min = 0 } = schema;
    return fc.integer({ min, max: Math.max(min, 20) });
  }
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  if (schema.type === 'string') return textOf(schema);
  return fc.jsonValue();
}

function textOf({ pattern, minLength = 1, maxLength = 20 }: Schema): Arbitrary<string> {
  if (pattern === undefined) return fc.constant('x'.repeat(Math.min(Math.max(minLength, 8), maxLength)));
  const fitting = TEXTS.filter((text) => new RegExp(pattern, 'u').test(text));
  return fitting.length === 0 ? fc.constant('?') : fc.constantFrom(...fitting);
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema): Arbitrary<unknown> {
  if (typeof additionalProperties === 'object') {
    return fc.dictionary(fc.constantFrom('card-1', 'card-2', 'new-1'), valueOf(additionalProperties), { maxKeys: 2 });
  }
  const fields = Object.entries(properties).map(([name, schema]) => [name, valueOf(schema)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: required.filter((name) => name in properties) });
}

/**
 * Whether the schema takes the value. It is generous: rules that no schema tells are left out, and so is space around a text. What it
 * says no to is certainly wrong.
 */
export function fits(schema: Schema, value: unknown): boolean {
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return branches.some((branch) => fits(branch, value));
  if (schema.const !== undefined) return value === schema.const;
  if (schema.enum) return schema.enum.includes(value);
  if (schema.type === 'object') return isObject(value) && fitsObject(schema, value);
  if (schema.type === 'array') return Array.isArray(value) && fitsArray(schema, value);
  if (schema.type === 'string') return typeof value === 'string' && fitsText(schema, value.trim());
  if (schema.type === 'integer') return Number.isSafeInteger(value) && fitsNumber(schema, Number(value));
  if (schema.type === 'number') return typeof value === 'number' && fitsNumber(schema, value);
  if (schema.type === 'boolean') return typeof value === 'boolean';
  if (schema.type === 'null') return value === null;
  return true;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fitsObject({ properties = {}, required = [], additionalProperties }: Schema, value: object): boolean {
  if (!required.every((name) => Object.hasOwn(value, name))) return false;
  return Object.entries(value).every(([name, field]) => {
    // Some readers leave this key out without a word.
    if (name === '__proto__') return true;
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (schema) return fits(schema, field);
    return typeof additionalProperties === 'object'
      ? fits(additionalProperties, field)
      : additionalProperties !== false;
  });
}

function fitsArray({ items = {}, minItems = 0, maxItems = Infinity }: Schema, value: readonly unknown[]): boolean {
  return value.length >= minItems && value.length <= maxItems && value.every((item) => fits(items, item));
}

function fitsText({ pattern, minLength = 0, maxLength = Infinity }: Schema, text: string): boolean {
  return (
    text.length >= minLength &&
    text.length <= maxLength &&
    (pattern === undefined || new RegExp(pattern, 'u').test(text))
  );
}

function fitsNumber({ minimum = -Infinity, maximum = Infinity }: Schema, number: number): boolean {
  return number >= minimum && number <= maximum;
}
